package org.cacharness.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A harness around another one, which answers whatever this one does not answer itself.
 *
 * <p>All methods of {@link Harness} are here, also those with a default: a harness that forgot one would answer for the other, and say for
 * example that nobody real takes part.
 */
abstract class HarnessAround implements Harness {
    private final Harness inner;

    HarnessAround(Harness inner) {
        this.inner = inner;
    }

    /** The other one. */
    final Harness inner() {
        return inner;
    }

    @Override
    public String environment() {
        return inner.environment();
    }

    /** This is what the user asked for already. */
    @Override
    public Harness forRequest(RunRequest request) {
        return this;
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return inner.facts(request);
    }

    @Override
    public OptionalInt runElsewhere(Path home, List<String> words) throws BadInputException {
        return inner.runElsewhere(home, words);
    }

    /**
     * This one, if the other one leaves nothing open.
     *
     * @throws IllegalStateException if it does: then this method has to be overridden, and put something around what came of it
     */
    @Override
    public Harness settle(RunRequest request, Consumer<String> tell) throws BadInputException {
        if (inner.settle(request, tell) != inner) {
            throw new IllegalStateException(
                    "Harness: expected that " + environment() + " leaves nothing open, got another one in its place");
        }
        return this;
    }

    @Override
    public void release() {
        inner.release();
    }

    @Override
    public List<String> glue() {
        return inner.glue();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        inner.check(request);
    }

    @Override
    public void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {
        inner.checkAgainst(request, sentences);
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        return inner.stage(request, secrets);
    }

    @Override
    public boolean refuses(Throwable error) {
        return inner.refuses(error);
    }

    @Override
    public boolean hasRealPeople() {
        return inner.hasRealPeople();
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return inner.reasonNotToRun(title, tags, sentences);
    }

    @Override
    public OptionalInt presentationsOfARun() {
        return inner.presentationsOfARun();
    }

    @Override
    public PlannedPresentations plannedPresentations() {
        return inner.plannedPresentations();
    }

    @Override
    public EvidenceSigner cardSigner(@Nullable String holder, Secrets secrets) throws BadInputException {
        return inner.cardSigner(holder, secrets);
    }

    @Override
    public EvidenceSigner ownCardSigner(RealCardRequest request, Secrets secrets, Consumer<String> tell)
            throws BadInputException {
        return inner.ownCardSigner(request, secrets, tell);
    }

    @Override
    public Map<String, String> faults() {
        return inner.faults();
    }

    @Override
    public PortalLauncher portal() {
        return inner.portal();
    }

    @Override
    public CardLauncher card() {
        return inner.card();
    }
}

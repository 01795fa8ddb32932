package org.cacharness.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.description.PortalDescription;
import org.cacharness.description.Term;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.steps.Need;
import org.cacharness.steps.StepNeeds;

/** Any card path at a portal that is not ours: what only a mocked portal grants is not applicable, and told so. */
final class LivePortalHarness implements Harness {
    private final Harness cardPath;
    private final LivePortalRequest live;
    private final StepNeeds needs = new StepNeeds();

    LivePortalHarness(Harness cardPath, LivePortalRequest live) {
        this.cardPath = cardPath;
        this.live = live;
    }

    @Override
    public String environment() {
        return "live portal · " + cardPath.environment();
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        List<RunFact> facts = new ArrayList<>(cardPath.facts(request));
        facts.removeIf(fact -> fact.name().equals(RunFact.PORTAL));
        facts.add(new RunFact(
                RunFact.PORTAL,
                "live: " + live.address() + ", described by "
                        + live.description().file()));
        return List.copyOf(facts);
    }

    @Override
    public OptionalInt runElsewhere(Path home, List<String> words) throws BadInputException {
        return cardPath.runElsewhere(home, words);
    }

    @Override
    public Harness settle(RunRequest request, Consumer<String> tell) throws BadInputException {
        Harness settled = cardPath.settle(request, tell);
        return settled == cardPath ? this : new LivePortalHarness(settled, live);
    }

    @Override
    public void release() {
        cardPath.release();
        live.accounts().close();
    }

    @Override
    public List<String> glue() {
        return cardPath.glue();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        if (live.recorder() != null) {
            ReplayHarness.requireEmbedded("cac record", request);
        }
        ServerTrust.read(live.trust());
        cardPath.check(request);
    }

    @Override
    public void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {
        cardPath.checkAgainst(request, sentences);
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        live.accounts().registerAt(secrets);
        return cardPath.stage(request, secrets);
    }

    @Override
    public boolean refuses(Throwable error) {
        return cardPath.refuses(error);
    }

    /** The first reason there is: what the card path says, then what the portal has not. */
    @Override
    public Optional<String> reasonNotToRun(List<String> tags, List<String> sentences) {
        return cardPath.reasonNotToRun(tags, sentences).or(() -> notApplicable(sentences));
    }

    private Optional<String> notApplicable(List<String> sentences) {
        return sentences.stream()
                .flatMap(sentence -> obstacle(sentence).stream())
                .findFirst()
                .or(() -> withoutAccount(sentences))
                .map(why -> NOT_APPLICABLE + " to a live portal: " + why);
    }

    private Optional<String> obstacle(String sentence) {
        StepNeeds.Needed needed = needs.of(sentence);
        return needed.mocked().stream()
                .flatMap(need -> obstacle(need, sentence).stream())
                .findFirst()
                .or(() -> needed.described().stream()
                        .filter(term -> !live.description().knows(term))
                        .map(this::notDescribed)
                        .findFirst());
    }

    private Optional<String> obstacle(Need need, String sentence) {
        if (need != Need.PASSWORD_PROMPT) {
            return Optional.of(need.words());
        }
        PortalDescription portal = live.description();
        if (portal.asksForPassword().isEmpty()) {
            return Optional.of(portal.file() + " does not say whether Register asks for the password");
        }
        boolean asks = portal.asksForPassword().orElseThrow();
        return asks == sentence.contains("the password")
                ? Optional.empty()
                : Optional.of("Register " + (asks ? "asks" : "does not ask") + " for the password there");
    }

    private String notDescribed(Term term) {
        return live.description().file() + " does not say \"" + term.key() + "\" ("
                + term.section().key() + ")";
    }

    private Optional<String> withoutAccount(List<String> sentences) {
        Set<String> missing = new TreeSet<>(SimulatedHarness.namedIn(sentences));
        missing.removeAll(live.accounts().people());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the accounts file has no account of " + String.join(", ", missing));
    }

    @Override
    public PlannedPresentations plannedPresentations() {
        return cardPath.plannedPresentations();
    }

    @Override
    public PortalLauncher portal() {
        return cardPath.portal();
    }

    @Override
    public CardLauncher card() {
        return cardPath.card();
    }
}

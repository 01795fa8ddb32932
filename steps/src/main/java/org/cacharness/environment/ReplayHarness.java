package org.cacharness.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.Password;
import org.cacharness.recording.Recording;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.PersonaFileException;
import org.cacharness.simulator.pki.Personas;
import org.jspecify.annotations.Nullable;

/** A simulated card at a portal that was recorded. What is not applicable to a live portal is not to its recording, nor what is not in it. */
final class ReplayHarness implements Harness {
    private static final URI NOWHERE = URI.create("https://localhost/");

    private final Harness cardPath;
    private final Recording recording;
    private final LivePortalHarness atLivePortal;

    ReplayHarness(Harness cardPath, Recording recording, @Nullable Path personas) {
        this.cardPath = cardPath;
        this.recording = recording;
        this.atLivePortal = new LivePortalHarness(
                cardPath,
                new LivePortalRequest(NOWHERE, recording.description(), null, accounts(personas), null, null));
    }

    private static PortalAccounts accounts(@Nullable Path personas) {
        return PortalAccounts.of(
                people(personas).all().stream().collect(Collectors.toMap(Persona::id, Persona::username)),
                person -> new Password(new char[0]));
    }

    /** A damaged file is told when it is checked. */
    private static Personas people(@Nullable Path folder) {
        try {
            return folder == null ? Personas.builtIn() : Personas.load(folder);
        } catch (PersonaFileException damaged) {
            return Personas.builtIn();
        }
    }

    @Override
    public String environment() {
        return "recorded portal · " + cardPath.environment();
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        List<RunFact> facts = new ArrayList<>(cardPath.facts(request));
        facts.removeIf(fact -> fact.name().equals(RunFact.PORTAL));
        facts.add(new RunFact(RunFact.PORTAL, recording.words()));
        return List.copyOf(facts);
    }

    @Override
    public List<String> glue() {
        return cardPath.glue();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        requireEmbedded("--recording", request);
        cardPath.check(request);
    }

    /** What Chromium sends and is sent is not seen, and a card in a reader belongs to another process, or to somebody. */
    static void requireEmbedded(String option, RunRequest request) throws BadInputException {
        if (request.card() != RunRequest.CardPath.IN_PROCESS || request.browser() == RunRequest.BrowserKind.CHROMIUM) {
            throw new BadInputException(option + ": expected a simulated card in this process and the embedded browser,"
                    + " got --card or --browser with something else: leave them out");
        }
    }

    @Override
    public void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {
        cardPath.checkAgainst(request, sentences);
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        return cardPath.stage(request, secrets);
    }

    @Override
    public boolean refuses(Throwable error) {
        return cardPath.refuses(error);
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return atLivePortal
                .reasonNotToRun(tags, sentences)
                .or(() -> recording.obstacle(title).map(why -> NOT_APPLICABLE + " to this recording: " + why));
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

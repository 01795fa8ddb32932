package org.cacharness.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.description.PortalDescription;
import org.cacharness.description.Term;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.steps.Need;
import org.cacharness.steps.StepNeeds;

/** Any card path at a portal that is not ours: what only a mocked portal grants is not applicable, and told so. */
final class LivePortalHarness extends HarnessAround {
    private final LivePortalRequest live;
    private final StepNeeds needs = new StepNeeds();

    LivePortalHarness(Harness cardPath, LivePortalRequest live) {
        super(cardPath);
        this.live = live;
    }

    @Override
    public String environment() {
        return "live portal · " + super.environment();
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        List<RunFact> facts = new ArrayList<>(super.facts(request));
        facts.removeIf(fact -> fact.name().equals(RunFact.PORTAL));
        facts.add(new RunFact(
                RunFact.PORTAL,
                "live: " + live.address() + ", described by "
                        + live.description().file()));
        return List.copyOf(facts);
    }

    @Override
    public Harness settle(RunRequest request, Consumer<String> tell) throws BadInputException {
        Harness settled = inner().settle(request, tell);
        return settled == inner() ? this : new LivePortalHarness(settled, live);
    }

    @Override
    public void release() {
        super.release();
        live.accounts().close();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        if (live.recorder() != null) {
            requireSeen(request);
        }
        ServerTrust.read(live.trust());
        super.check(request);
    }

    /** Where the browser holds the card, what a handshake asked for is the browser's and the module's secret. */
    private static void requireSeen(RunRequest request) throws BadInputException {
        if (request.equipment().card() == RunRequest.CardPath.VIRTUAL
                && request.equipment().browser() != RunRequest.BrowserKind.HTMLUNIT) {
            throw new BadInputException(
                    "cac record --card virtual: expected --browser htmlunit, got another: whether the"
                            + " portal asks for a certificate cannot be seen in a browser that holds the card itself");
        }
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        live.accounts().registerAt(secrets);
        return super.stage(request, secrets);
    }

    /** The first reason there is: what the card path says, then what the portal has not. */
    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return super.reasonNotToRun(title, tags, sentences).or(() -> notApplicable(sentences));
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
}

package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.CertificateStore;
import org.cacharness.drivers.ConsoleByHand;
import org.cacharness.drivers.HtmlUnitBrowser;
import org.cacharness.drivers.Operator;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;

/**
 * A real card in a PC/SC reader, at simulated CAC software and a mocked portal. One guard for the whole run, whatever its rounds:
 * it makes one PIN presentation, none below the floor, and none after a refusal.
 */
final class RealCardHarness extends HarnessAround {
    private static final String SAFE = "@hardware-safe";
    private static final String NEEDS_PERSON = "@person-at-card";

    private final RealCardChoice.Chosen card;
    private final TrustedIssuers issuers;
    private final Operator operator;
    private final Optional<ConsoleByHand> byHand;
    private final PinGuard guard;
    private final Optional<ChromiumPrograms> chromium;

    /**
     * Runs with one card.
     *
     * @param store of the person's own computer, where it has one that CAC software fills
     * @param chromium the browser, which reaches the card through the TLS bridge; empty for the embedded one
     */
    RealCardHarness(
            Harness simulated,
            RealCardChoice.Chosen card,
            TrustedIssuers issuers,
            Operator operator,
            Optional<CertificateStore> store,
            Optional<ChromiumPrograms> chromium) {
        super(simulated);
        this.card = card;
        this.issuers = issuers;
        this.operator = operator;
        this.chromium = chromium;
        byHand = store.filter(present -> operator.isThere()).map(present -> new ConsoleByHand(present, operator));
        guard = new PinGuard(PinPolicy.hardware(), card.record());
    }

    @Override
    public String environment() {
        return "card in a PC/SC reader · APDU · " + (chromium.isPresent() ? "Chromium" : "HtmlUnit")
                + " · revocation not checked";
    }

    /** The card by what it is, not by whose it is. */
    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.realCard(
                request,
                chromium.map(ChromiumPrograms::version).orElseGet(HtmlUnitBrowser::version),
                card,
                byHand.isPresent());
    }

    @Override
    public boolean hasRealPeople() {
        return true;
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        if (!tags.contains(SAFE)) {
            return Optional.of("not for a real card: no tag " + SAFE);
        }
        return tags.contains(NEEDS_PERSON) && !operator.isThere()
                ? Optional.of("a person has to put the card in and pull it: run with --attended")
                : Optional.empty();
    }

    @Override
    public OptionalInt presentationsOfARun() {
        return OptionalInt.of(PinPolicy.hardware().budget());
    }

    @Override
    public PlannedPresentations plannedPresentations() {
        PlannedPresentations simulatedCards = inner().plannedPresentations();
        return (firstStep, tags) -> new PlannedPresentations.Presentations(
                simulatedCards.of(firstStep, tags).number(), "the card " + card.serial());
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        secrets.register(SecretKind.PIN, card.pin());
        SimulationSettings settings = SimulatedHarness.settings(request);
        Simulation simulation = Simulation.start(settings.trusting(issuers), secrets);
        BrowserSupply browsers = supply(simulation, request);
        card.certificates().forEach(simulation::hideHolder);
        secrets.hideCard(card.serial());
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                Supplier<Browsers> thread = browsers.forThread();
                return new ScenarioObjects(
                        () -> new RealCardTestBed(simulation, card, guard, operator, byHand, thread.get()));
            }

            @Override
            public void close() {
                browsers.close();
                simulation.close();
            }
        };
    }

    private BrowserSupply supply(Simulation simulation, RunRequest request) {
        return chromium.<BrowserSupply>map(programs -> HeadlessSupply.installed(
                        programs, simulation, request.equipment().headed()))
                .orElseGet(() -> BrowserSupply.embedded(simulation));
    }

    @Override
    public void release() {
        Arrays.fill(card.pin(), '\0');
        card.record().close();
    }
}

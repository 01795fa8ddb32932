package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.CertificateStore;
import org.cacharness.drivers.ConsoleByHand;
import org.cacharness.drivers.Operator;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;

/**
 * A real card in a PC/SC reader, at simulated CAC software and a mocked portal. One guard for the whole run, whatever its rounds:
 * it makes one PIN presentation, none below the floor, and none after a refusal.
 */
final class RealCardHarness implements Harness {
    private static final String SAFE = "@hardware-safe";
    private static final String NEEDS_PERSON = "@person-at-card";

    private final Harness simulated;
    private final RealCardChoice.Chosen card;
    private final TrustedIssuers issuers;
    private final Operator operator;
    private final Optional<ConsoleByHand> byHand;
    private final PinGuard guard;

    /** With the person's own computer, where it has a store that CAC software fills. */
    RealCardHarness(
            Harness simulated,
            RealCardChoice.Chosen card,
            TrustedIssuers issuers,
            Operator operator,
            Optional<CertificateStore> store) {
        this.simulated = simulated;
        this.card = card;
        this.issuers = issuers;
        this.operator = operator;
        byHand = store.filter(present -> operator.isThere()).map(present -> new ConsoleByHand(present, operator));
        guard = new PinGuard(PinPolicy.hardware(), card.record());
    }

    @Override
    public String environment() {
        return "card in a PC/SC reader · APDU · HtmlUnit · revocation not checked";
    }

    @Override
    public boolean hasRealPeople() {
        return true;
    }

    @Override
    public List<String> glue() {
        return simulated.glue();
    }

    @Override
    public Optional<String> reasonNotToRun(List<String> tags) {
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
        PlannedPresentations simulatedCards = simulated.plannedPresentations();
        return (firstStep, tags) -> new PlannedPresentations.Presentations(
                simulatedCards.of(firstStep, tags).number(), "the card " + card.serial());
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        secrets.register(SecretKind.PIN, card.pin());
        SimulationSettings settings = SimulatedHarness.settings(request);
        Simulation simulation = Simulation.start(settings.trusting(issuers), secrets);
        card.certificates().forEach(simulation::hideHolder);
        secrets.hideCard(card.serial());
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new ScenarioObjects(() -> new RealCardTestBed(simulation, card, guard, operator, byHand));
            }

            @Override
            public void close() {
                simulation.close();
            }
        };
    }

    @Override
    public boolean refuses(Throwable error) {
        return simulated.refuses(error);
    }

    @Override
    public PortalLauncher portal() {
        return simulated.portal();
    }

    @Override
    public CardLauncher card() {
        return simulated.card();
    }

    @Override
    public void release() {
        Arrays.fill(card.pin(), '\0');
        card.record().close();
    }
}

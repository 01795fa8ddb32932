package org.cacharness.environment;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.CertificateStore;
import org.cacharness.drivers.Operator;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.secrets.Secrets;

/** Looks for a real card that may be used; where there is none, the simulated harness takes its place, and a line says why. */
final class AutoHarness extends HarnessAround {
    private final PcscService pcsc;
    private final Optional<CertificateStore> store;

    AutoHarness(Harness simulated) {
        this(simulated, PcscService.ofThisProcess(), CertificateStore.ofThisMachine());
    }

    /** With somebody else's readers and store. */
    AutoHarness(Harness simulated, PcscService pcsc, Optional<CertificateStore> store) {
        super(simulated);
        this.pcsc = pcsc;
        this.store = store;
    }

    @Override
    public String environment() {
        return "card in a PC/SC reader, else " + inner().environment();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        TrustedIssuers.read(wanted(request).trust());
        super.check(request);
    }

    @Override
    public Harness settle(RunRequest request, Consumer<String> tell) throws BadInputException {
        RealCardRequest wanted = wanted(request);
        Operator operator = RealCardSearch.operator(wanted, tell);
        TrustedIssuers issuers = TrustedIssuers.read(wanted.trust());
        RealCardChoice choice = new RealCardSearch(wanted, issuers, operator).in(pcsc);
        if (choice instanceof RealCardChoice.Chosen chosen) {
            chosen.lines().forEach(tell);
            return new RealCardHarness(
                    inner(),
                    chosen,
                    issuers,
                    operator,
                    store,
                    request.equipment().browser() == RunRequest.BrowserKind.CHROMIUM
                            ? Optional.of(ChromiumPrograms.onPath())
                            : Optional.empty());
        }
        tell.accept("Card: simulated, because " + ((RealCardChoice.None) choice).reason());
        return inner();
    }

    /** Which card it is, is known when it was looked for; the plan is told before. */
    @Override
    public PlannedPresentations plannedPresentations() {
        PlannedPresentations simulatedCards = super.plannedPresentations();
        return (firstStep, tags) -> new PlannedPresentations.Presentations(
                simulatedCards.of(firstStep, tags).number(), "the card in the reader");
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        throw new IllegalStateException("Stage: expected a harness that has settled on a card, this one has not");
    }

    private static RealCardRequest wanted(RunRequest request) {
        return Objects.requireNonNull(request.equipment().realCard(), "a request for --card auto");
    }
}

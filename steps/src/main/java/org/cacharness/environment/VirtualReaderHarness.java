package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PlannedPresentations;
import org.cacharness.cli.RunRequest;
import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.drivers.HtmlUnitBrowser;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.cacharness.simulator.reader.VirtualReader;
import org.cacharness.simulator.reader.VirtualReaderException;

/**
 * The simulated card in a virtual reader; browser and CAC software reach it as they reach any card: through PC/SC, and through
 * OpenSC's PKCS#11 module.
 *
 * <p>Which pcscd a process talks to is decided by its environment, so the scenarios run in a process of their own.
 */
final class VirtualReaderHarness extends HarnessAround {
    private final Supplier<Optional<String>> machine;
    private final Optional<ChromiumPrograms> chromium;
    private final BehindOpenSc differences;

    /** With the browser that was asked for; where it was left open, with Chromium if this machine has it. */
    static VirtualReaderHarness of(Harness simulated, RunRequest request) {
        BrowserKind browser = request.equipment().browser();
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        boolean used = browser == BrowserKind.CHROMIUM
                || (browser == BrowserKind.AUTO && programs.obstacle().isEmpty());
        return new VirtualReaderHarness(
                simulated,
                () -> PrivatePcscd.obstacle()
                        .or(OpenSc::obstacle)
                        .or(() -> used ? programs.obstacle() : Optional.empty()),
                used ? Optional.of(programs) : Optional.empty(),
                new BehindOpenSc(
                        used, CardModel.valueOf(request.equipment().model().name())));
    }

    /** With somebody else's word for what this machine lacks. */
    VirtualReaderHarness(
            Harness simulated,
            Supplier<Optional<String>> machine,
            Optional<ChromiumPrograms> chromium,
            BehindOpenSc differences) {
        super(simulated);
        this.machine = machine;
        this.chromium = chromium;
        this.differences = differences;
    }

    @Override
    public String environment() {
        return "virtual reader · OpenSC PKCS#11 · " + (chromium.isPresent() ? "Chromium" : "HtmlUnit");
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.virtualReader(
                request,
                OpenSc.module(),
                chromium.map(ChromiumPrograms::version).orElseGet(HtmlUnitBrowser::version));
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        Optional<String> obstacle = machine.get();
        if (obstacle.isPresent()) {
            throw new BadInputException("--card virtual: " + obstacle.get());
        }
        super.check(request);
    }

    @Override
    public OptionalInt runElsewhere(Path home, List<String> words) throws BadInputException {
        if (PcscProcess.isThis()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(PcscProcess.run(home, words));
        } catch (VirtualReaderException noReader) {
            throw new BadInputException("--card virtual: " + noReader.getMessage(), noReader);
        }
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        List<VirtualReader> readers = PrivatePcscd.readersOf(PcscProcess.folder());
        Path module = OpenSc.module();
        Simulation simulation = SimulatedHarness.simulation(request, secrets);
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new ScenarioObjects(
                        () -> simulation.testBed(new VirtualReaders(readers, module), browsers(simulation, module)));
            }

            @Override
            public void close() {
                readers.forEach(VirtualReader::pull);
                simulation.close();
            }
        };
    }

    private Browsers browsers(Simulation simulation, Path module) {
        return chromium.<Browsers>map(programs -> new ChromiumBrowsers(programs, module, simulation))
                .orElseGet(() -> Browsers.embedded(simulation));
    }

    @Override
    public PlannedPresentations plannedPresentations() {
        return chromium.isPresent() ? PlannedPresentations.whereEachBrowserAsks() : super.plannedPresentations();
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return differences.reasonNotToRun(tags);
    }
}

package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.cacharness.simulator.reader.VirtualReader;
import org.cacharness.simulator.reader.VirtualReaderException;

/**
 * The simulated card in a virtual reader; browser and CAC software reach it as they reach any card: through PC/SC, and through
 * OpenSC's PKCS#11 module.
 *
 * <p>Which pcscd a process talks to is decided by its environment, so the scenarios run in a process of their own.
 */
final class VirtualReaderHarness implements Harness {
    private final Harness simulated;
    private final Supplier<Optional<String>> machine;

    VirtualReaderHarness(Harness simulated) {
        this(simulated, () -> PrivatePcscd.obstacle().or(OpenSc::obstacle));
    }

    /** With somebody else's word for what this machine lacks. */
    VirtualReaderHarness(Harness simulated, Supplier<Optional<String>> machine) {
        this.simulated = simulated;
        this.machine = machine;
    }

    @Override
    public String environment() {
        return "virtual reader · OpenSC PKCS#11 · HtmlUnit";
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.virtualReader(request, OpenSc.module());
    }

    @Override
    public List<String> glue() {
        return simulated.glue();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        Optional<String> obstacle = machine.get();
        if (obstacle.isPresent()) {
            throw new BadInputException("--card virtual: " + obstacle.get());
        }
        simulated.check(request);
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
        Simulation simulation =
                Simulation.start(SimulatedHarness.settings(request.stubs(), request.personas()), secrets);
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new ScenarioObjects(() -> simulation.testBed(new VirtualReaders(readers, module)));
            }

            @Override
            public void close() {
                readers.forEach(VirtualReader::pull);
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
}

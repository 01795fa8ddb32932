package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;

/** The simulated card inside the process, and Chromium, which reaches it through the TLS bridge. */
final class BridgedHarness extends HarnessAround {
    private final ChromiumPrograms programs = ChromiumPrograms.onPath();

    BridgedHarness(Harness simulated) {
        super(simulated);
    }

    @Override
    public String environment() {
        return "in-process · Chromium";
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.bridged(request, programs.version());
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        Optional<String> obstacle = programs.obstacleWithoutDialogs();
        if (obstacle.isPresent()) {
            throw new BadInputException("--browser chromium: " + obstacle.get());
        }
        if (request.equipment().headed()
                && System.getenv("DISPLAY") == null
                && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new BadInputException("--headed: expected a screen, DISPLAY names none: leave --headed away");
        }
        checkWithoutBrowser(request);
    }

    /** The same, where Chromium is another machine's matter. */
    void checkWithoutBrowser(RunRequest request) throws BadInputException {
        super.check(request);
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = SimulatedHarness.simulation(request, secrets);
        BrowserSupply chromium = HeadlessSupply.installed(
                programs, simulation, request.equipment().headed());
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                Supplier<Browsers> browsers = chromium.forThread();
                return new ScenarioObjects(() -> simulation.testBed(new InProcessReaders(), browsers.get()));
            }

            @Override
            public void close() {
                chromium.close();
                simulation.close();
            }
        };
    }
}

package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.drivers.headless.HeadlessInstallation;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;

/** The simulated card inside the process, and Chromium, which reaches it through the TLS bridge. */
final class BridgedHarness implements Harness {
    private final Harness simulated;
    private final ChromiumPrograms programs = ChromiumPrograms.onPath();

    BridgedHarness(Harness simulated) {
        this.simulated = simulated;
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
    public List<String> glue() {
        return simulated.glue();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        Optional<String> obstacle = programs.obstacleWithoutDialogs();
        if (obstacle.isPresent()) {
            throw new BadInputException("--browser chromium: " + obstacle.get());
        }
        if (request.headed() && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new BadInputException("--headed: expected a screen, DISPLAY names none: leave --headed away");
        }
        checkWithoutBrowser(request);
    }

    /** The same, where Chromium is another machine's matter. */
    void checkWithoutBrowser(RunRequest request) throws BadInputException {
        simulated.check(request);
    }

    @Override
    public void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {
        simulated.checkAgainst(request, sentences);
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = SimulatedHarness.simulation(request, secrets);
        HeadlessInstallation chromium = installed(simulation, request.headed());
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                BridgedWorker worker = chromium.worker();
                return new ScenarioObjects(
                        () -> simulation.testBed(new InProcessReaders(), new HeadlessBrowsers(worker, simulation)));
            }

            @Override
            public void close() {
                chromium.close();
                simulation.close();
            }
        };
    }

    private HeadlessInstallation installed(Simulation simulation, boolean headed) {
        try {
            return HeadlessInstallation.prepare(programs, simulation.authoritiesToInstall(), headed);
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
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

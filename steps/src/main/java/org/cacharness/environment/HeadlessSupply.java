package org.cacharness.environment;

import java.util.function.Supplier;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.drivers.headless.HeadlessInstallation;

/** Chromium of this machine, behind TLS bridges: one process for each thread. */
final class HeadlessSupply implements BrowserSupply {
    private final Simulation simulation;
    private final HeadlessInstallation chromium;

    private HeadlessSupply(Simulation simulation, HeadlessInstallation chromium) {
        this.simulation = simulation;
        this.chromium = chromium;
    }

    /** Installs it for a run; where that fails, the run's simulated part is ended. */
    static HeadlessSupply installed(ChromiumPrograms programs, Simulation simulation, boolean headed) {
        try {
            return new HeadlessSupply(
                    simulation, HeadlessInstallation.prepare(programs, simulation.authoritiesToInstall(), headed));
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    @Override
    public Supplier<Browsers> forThread() {
        BridgedWorker worker = chromium.worker();
        return () -> new HeadlessBrowsers(worker, simulation);
    }

    @Override
    public void close() {
        chromium.close();
    }
}

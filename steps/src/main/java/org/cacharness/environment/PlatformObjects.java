package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import org.cacharness.secrets.Secrets;

/**
 * The object factory for runs that the JUnit Platform starts, from an IDE for example: the built-in simulation, with nothing
 * wrong in it.
 *
 * <p>Cucumber makes one for each of its threads and never tells that the run is over, so the simulation is shared and ends with
 * the process; its threads are daemons.
 */
public final class PlatformObjects implements ObjectFactory {
    private final ScenarioObjects objects = new ScenarioObjects(() -> Shared.SIMULATION.testBed());

    @Override
    public void start() {
        objects.start();
    }

    @Override
    public void stop() {
        objects.stop();
    }

    @Override
    public boolean addClass(Class<?> glueClass) {
        return objects.addClass(glueClass);
    }

    @Override
    public <T> T getInstance(Class<T> glueClass) {
        return objects.getInstance(glueClass);
    }

    private static final class Shared {
        private static final Simulation SIMULATION = Simulation.start(SimulationSettings.builtIn(), new Secrets());
    }
}

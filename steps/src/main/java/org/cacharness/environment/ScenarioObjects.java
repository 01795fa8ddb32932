package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.cacharness.drivers.TestBed;
import org.jspecify.annotations.Nullable;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/** Makes the glue objects of each scenario, around a test bed of its own, and closes the test bed when the scenario ends. */
public final class ScenarioObjects implements ObjectFactory {
    private final Supplier<? extends TestBed> testBeds;
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private @Nullable MutablePicoContainer container;
    private @Nullable TestBed testBed;

    /** Takes the test beds from here. */
    public ScenarioObjects(Supplier<? extends TestBed> testBeds) {
        this.testBeds = testBeds;
    }

    @Override
    public void start() {
        TestBed bed = testBeds.get();
        MutablePicoContainer fresh = new PicoBuilder().withCaching().build();
        fresh.addComponent(TestBed.class, bed);
        classes.forEach(fresh::addComponent);
        testBed = bed;
        container = fresh;
    }

    @Override
    public void stop() {
        TestBed bed = testBed;
        testBed = null;
        container = null;
        if (bed != null) {
            bed.close();
        }
    }

    /** Glue classes are announced by Cucumber; what their constructors take is made along with them. */
    @Override
    public boolean addClass(Class<?> wanted) {
        boolean canBeMade = !wanted.isInterface() && !Modifier.isAbstract(wanted.getModifiers());
        if (canBeMade && classes.add(wanted)) {
            for (Constructor<?> constructor : wanted.getConstructors()) {
                for (Class<?> part : constructor.getParameterTypes()) {
                    addClass(part);
                }
            }
        }
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        if (container == null) {
            throw new IllegalStateException("Glue: expected a scenario that has started, before " + type + " is made");
        }
        return container.getComponent(type);
    }
}

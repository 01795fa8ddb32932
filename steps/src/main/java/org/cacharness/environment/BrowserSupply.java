package org.cacharness.environment;

import java.util.function.Supplier;

/** Browsers for all scenarios of a run, which ends what they share. */
interface BrowserSupply extends AutoCloseable {
    /** For one thread that runs scenarios: gives the browsers of each. */
    Supplier<Browsers> forThread();

    @Override
    default void close() {}

    /** The embedded browser, of which nothing is shared. */
    static BrowserSupply embedded(Simulation simulation) {
        return () -> () -> Browsers.embedded(simulation);
    }
}

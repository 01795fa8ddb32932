package org.cacharness.environment;

import java.net.URI;
import java.util.List;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.HtmlUnitLauncher;
import org.cacharness.drivers.Prompts;

/** The kind of browser that the computers of one test bed have. */
interface Browsers extends AutoCloseable {
    /**
     * Installs it on another computer.
     *
     * @param person in front of that computer
     */
    BrowserLauncher install(Prompts person);

    /** Whether each browser asks for the PIN anew, because it logs in to the card for itself. */
    default boolean eachAsksForThePin() {
        return false;
    }

    /**
     * The portal that they will meet has started.
     *
     * @param addresses its origins, all of them
     */
    default void portalStarted(List<URI> addresses) {}

    /** From now on the browsers of a computer are processes of their own, where they would not be anyway. */
    default void asProcessesOfTheirOwn() {}

    @Override
    default void close() {}

    /** The embedded browser on every computer. */
    static Browsers embedded(Simulation simulation) {
        return person -> new HtmlUnitLauncher(simulation.browserTrust());
    }
}

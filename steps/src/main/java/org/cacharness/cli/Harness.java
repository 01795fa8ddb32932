package org.cacharness.cli;

import io.cucumber.core.backend.ObjectFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.secrets.Secrets;

/** What the command line needs of the environment that the scenarios run in. */
public interface Harness {
    /** Card path and browser, as the report names its column, for example {@code in-process · HtmlUnit}. */
    String environment();

    /** The packages of the step definitions. */
    List<String> glue();

    /**
     * Looks at what the user gave before anything runs: stubs, personas. Starts nothing.
     *
     * @throws BadInputException if it cannot be used
     */
    default void check(RunRequest request) throws BadInputException {}

    /**
     * The factories of the glue's objects. Asked once for each round; the supplier is asked once for each thread that runs
     * scenarios, and what it gives is used by that thread only.
     *
     * @param request what the user asked
     * @param secrets where every secret that is made or received is registered
     */
    Supplier<ObjectFactory> objectFactories(RunRequest request, Secrets secrets);

    /** Whether a scenario that ended with this error was refused, to keep a card from harm, rather than failed. */
    default boolean refuses(Throwable error) {
        return false;
    }

    /** Why a scenario with these tags cannot run in this environment; empty if it can. */
    default Optional<String> reasonNotToRun(List<String> tags) {
        return Optional.empty();
    }

    /** How many PIN presentations a scenario makes, and to which card. */
    default PlannedPresentations plannedPresentations() {
        return PlannedPresentations.byTag();
    }

    /** What starts the mocked portal alone. */
    PortalLauncher portal();
}

package org.cacharness.cli;

import io.cucumber.core.backend.ObjectFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** What the command line needs of the environment that the scenarios run in. */
public interface Harness {
    /** Card path and browser, as the report names its column, for example {@code in-process · HtmlUnit}. */
    String environment();

    /** The harness for what the user asked: another card path may be another harness. */
    default Harness forRequest(RunRequest request) {
        return this;
    }

    /**
     * What scenarios run with, as far as it is known before they run: browser, card, reader, middleware, portal.
     *
     * @return facts named as {@link RunFact} names them; what is not known is left out
     */
    default List<RunFact> facts(RunRequest request) {
        return List.of();
    }

    /**
     * Runs a whole command in another process, where the environment needs one of its own.
     *
     * @param home the project's folder
     * @param words of the command line
     * @return its exit code; empty if this process will do
     * @throws BadInputException if this machine has not what it takes
     */
    default OptionalInt runElsewhere(Path home, List<String> words) throws BadInputException {
        return OptionalInt.empty();
    }

    /**
     * Settles what the request leaves open, by looking at the machine: whether there is a real card that may be used.
     *
     * @param tell prints a line to the user
     * @return the harness that the scenarios run in; whoever asked {@linkplain #release() releases} it
     * @throws BadInputException if the machine leaves a choice that is the user's
     */
    default Harness settle(RunRequest request, Consumer<String> tell) throws BadInputException {
        return this;
    }

    /** Gives up what {@link #settle} took. */
    default void release() {}

    /** The packages of the step definitions. */
    List<String> glue();

    /**
     * Looks at what the user gave before anything runs: stubs, personas. Starts nothing.
     *
     * @throws BadInputException if it cannot be used
     */
    default void check(RunRequest request) throws BadInputException {}

    /**
     * Looks at whether what the user gave fits the scenarios that will run: everybody whom they name is among the personas.
     *
     * @param request what the user asked
     * @param sentences the steps of those scenarios
     * @throws BadInputException if it does not
     */
    default void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {}

    /**
     * Sets up what one round of scenarios runs with.
     *
     * @param request what the user asked
     * @param secrets where every secret that is made or received is registered
     */
    Stage stage(RunRequest request, Secrets secrets);

    /** What one round of scenarios runs with; closing it ends all that was started. */
    interface Stage extends AutoCloseable {
        /** A factory of glue objects; asked once for each thread that runs scenarios, and used by that thread only. */
        ObjectFactory objects();

        @Override
        void close();
    }

    /** Whether a scenario that ended with this error was refused, to keep a card from harm, rather than failed. */
    default boolean refuses(Throwable error) {
        return false;
    }

    /** Whether real people take part, whose data are not to be written down. */
    default boolean hasRealPeople() {
        return false;
    }

    /** How the reason of a scenario begins that this environment cannot have. */
    String NOT_APPLICABLE = "not applicable";

    /**
     * Why a scenario cannot run in this environment; empty if it can.
     *
     * @param title of the scenario
     * @param tags of the scenario
     * @param sentences the scenario's steps
     */
    default Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return Optional.empty();
    }

    /** How many PIN presentations all scenarios of a run may make together; empty where nothing limits them. */
    default OptionalInt presentationsOfARun() {
        return OptionalInt.empty();
    }

    /** How many PIN presentations a scenario makes, and to which card. */
    default PlannedPresentations plannedPresentations() {
        return PlannedPresentations.byTag();
    }

    /**
     * Whoever signs evidence with the signature key of a card.
     *
     * @param holder whose card, or null for the one that is there
     * @param secrets where the PIN is registered
     * @throws BadInputException if there is no such card
     */
    default EvidenceSigner cardSigner(@Nullable String holder, Secrets secrets) throws BadInputException {
        throw new BadInputException("--sign-with card: this harness has no card to sign with");
    }

    /**
     * Whoever signs evidence with the real card in a reader.
     *
     * @param request which cards may be used, and where the PIN comes from
     * @param secrets where the PIN is registered
     * @param tell prints a line to the user
     * @throws BadInputException if there is no such card
     */
    default EvidenceSigner ownCardSigner(RealCardRequest request, Secrets secrets, Consumer<String> tell)
            throws BadInputException {
        throw new BadInputException("--sign-with own-card: this harness reaches no real card");
    }

    /** Faults that its cards can have: names, each with what happens on the wire. */
    default Map<String, String> faults() {
        return Map.of();
    }

    /** What starts the mocked portal alone. */
    PortalLauncher portal();

    /** What puts a card into a virtual reader; a harness that has none refuses. */
    default CardLauncher card() {
        return request -> {
            throw new BadInputException("card: this harness has no virtual reader");
        };
    }
}

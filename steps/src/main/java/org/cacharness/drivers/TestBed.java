package org.cacharness.drivers;

import java.util.List;
import java.util.function.Supplier;
import org.cacharness.secrets.Secrets;
import org.cacharness.timeline.TimelineEvent;

/**
 * What one scenario runs with: people, their cards and computers, and the portal. Nothing of it is shared with another
 * scenario, and closing it ends all that was started.
 */
public interface TestBed extends AutoCloseable {
    /** The scenario with this title begins. */
    default void begin(String title) {}

    /** The member of this name, with an account at the portal and a password that works. */
    Member member(String name);

    /** A computer of the member's own, with two readers and no card in them. */
    Workstation workstation(Member owner);

    /** The member's CAC, or the one before it. The same call gives the same card. */
    CacInHand cac(Member holder, CacIssue issue);

    /**
     * A fault befalls the member's card, or what is around it, before the card is first asked for.
     *
     * @param fault which one
     * @param other another person's card, where the fault needs one
     * @throws IllegalStateException if these cards cannot be made faulty
     */
    default void befall(Member holder, FaultName fault, Supplier<CacInHand> other) {
        throw new IllegalStateException("Fault " + fault + ": expected a simulated card, got the real one of "
                + holder.name() + ": drop the scenario's tag @hardware-safe");
    }

    /** The CAC software of a computer. */
    Console console(Middleware middleware, Workstation computer);

    /**
     * Has a person make a card's certificates available with real CAC software, and waits for the effect.
     *
     * @return false where that is done at a simulated console
     */
    default boolean madeAvailableByHand(Middleware middleware, CacInHand card, Workstation computer) {
        return false;
    }

    /** The portal, as anybody sees it. */
    Portal portal();

    /**
     * From now on the cards may be sent this many PINs, all together; a further one is refused before it is sent.
     *
     * @param planned 0 or more
     */
    void allowPresentations(int planned);

    /** The scenario begins with no card in a reader, and is about its being put in. So it is anyway where cards are simulated. */
    default void beginWithoutCard() {}

    /**
     * The scenario is about closing browsers, or about their files on disk: each browser is a process of its own. So it is anyway where
     * browsers share nothing.
     */
    default void beginWithBrowsersOfTheirOwn() {}

    /** Whether each browser that is opened asks for the PIN again, because it logs in to the card for itself. */
    default boolean eachBrowserAsksForThePin() {
        return false;
    }

    /** The scenario is over: whatever it registered is cleared, where others would find it. */
    default void leaveNothingBehind() {}

    /** What this run must not write down. */
    Secrets secrets();

    /** The portal from behind, where a mocked portal lets a tester arrange and see more than a live one. */
    PortalBackOffice backOffice();

    /** What happened behind the scenario's back since this was last asked: changes of the portal's state, where it can be seen. */
    default List<TimelineEvent> newEvents() {
        return List.of();
    }

    /** Whether steps are to leave pages, texts and a timeline; without them only results are known. */
    default boolean keepsEvidence() {
        return true;
    }

    @Override
    void close();
}

package org.cacharness.drivers;

import org.cacharness.secrets.Secrets;

/**
 * What one scenario runs with: people, their cards and computers, and the portal. Nothing of it is shared with another
 * scenario, and closing it ends all that was started.
 */
public interface TestBed extends AutoCloseable {
    /** The member of this name, with an account at the portal and a password that works. */
    Member member(String name);

    /** A computer of the member's own, with two readers and no card in them. */
    Workstation workstation(Member owner);

    /** The member's CAC, or the one before it. The same call gives the same card. */
    CacInHand cac(Member holder, CacIssue issue);

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

    /** Whether each browser that is opened asks for the PIN again, because it logs in to the card for itself. */
    default boolean eachBrowserAsksForThePin() {
        return false;
    }

    /** What this run must not write down. */
    Secrets secrets();

    /** The portal from behind: what only a mocked portal lets a tester arrange and see. */
    PortalBackOffice backOffice();

    @Override
    void close();
}

package org.cacharness.simulator.middleware;

/** There is no card in the reader. */
public final class CardAbsentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what a person can do. */
    public CardAbsentException() {
        super("read the card's certificates: expected a CAC in the reader, found none: insert the CAC");
    }
}

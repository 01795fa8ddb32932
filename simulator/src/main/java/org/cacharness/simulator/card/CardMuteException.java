package org.cacharness.simulator.card;

/** The card does not answer, and will not: how long to wait is the reader's business. */
public final class CardMuteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardMuteException() {
        super("The card does not answer");
    }
}

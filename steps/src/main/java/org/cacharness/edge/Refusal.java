package org.cacharness.edge;

/** A card was left alone, most often by not sending it a PIN, to keep it from harm. No fault of the card, and no result about it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The card did not say how many tries are left. */
        TRIES_UNKNOWN,
        /** Fewer tries are left than the policy's floor. */
        BELOW_FLOOR,
        /** The run has made all presentations that the policy allows. */
        BUDGET_SPENT,
        /** A PIN was refused before, and the policy allows no other. */
        REFUSED_BEFORE,
        /** The policy forbids changing the PIN. */
        CHANGE_FORBIDDEN,
        /** Only a simulated card is sent a PIN that is known to be wrong. */
        WRONG_PIN_FORBIDDEN,
        /** Another process uses the card. */
        CARD_IN_USE,
        /** The presentation can't be written down. */
        NOT_ON_RECORD,
        /** The certificates do not say, or nobody who is trusted says, whose card it is. */
        UNKNOWN_HOLDER,
        /** Another card than the one that was allowed is in the reader. */
        ANOTHER_CARD,
        /** Only a person could go on, and nobody did. */
        NOBODY_ACTED
    }

    private final Reason reason;

    /**
     * Leaves the card alone.
     *
     * @param reason why
     * @param message operation, expected, actual, and what to do
     */
    public Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why the card was left alone. */
    public Reason reason() {
        return reason;
    }
}

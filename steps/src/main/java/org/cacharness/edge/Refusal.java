package org.cacharness.edge;

/** A PIN was not sent to the card, because the {@link PinPolicy} forbids it. No fault of the card, and no result about it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why nothing was sent. */
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
        CHANGE_FORBIDDEN
    }

    private final Reason reason;

    Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why nothing was sent. */
    public Reason reason() {
        return reason;
    }
}

package org.cacharness.edge;

/** What came of presenting or changing a PIN. */
public sealed interface PinOutcome {
    /** The card accepted the PIN. */
    record Accepted() implements PinOutcome {}

    /** The PIN was verified before, so that nothing was sent. */
    record AlreadyVerified() implements PinOutcome {}

    /**
     * The card refused the PIN.
     *
     * @param triesLeft presentations left, 1 to 15
     */
    record Refused(int triesLeft) implements PinOutcome {}

    /** The PIN is blocked, by this presentation or before it. */
    record Blocked() implements PinOutcome {}

    /** The card found the new PIN malformed; no try was spent. Only where a PIN is changed. */
    record NewPinMalformed() implements PinOutcome {}
}

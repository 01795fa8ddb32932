package org.cacharness.edge;

/** What the card says about its PIN when asked without presenting one. */
public sealed interface PinState {
    /** The PIN was verified since the card got power. */
    record Verified() implements PinState {}

    /**
     * Not verified.
     *
     * @param count presentations left before the PIN is blocked, 1 to 15
     */
    record TriesLeft(int count) implements PinState {}

    /** No presentation is left; only the issuer can unblock the card. */
    record Blocked() implements PinState {}
}

package org.cacharness.simulator.card;

/**
 * A card that is wrong in exactly one way.
 *
 * <p>A scenario that stays green with the mutant it names tests nothing.
 */
public enum CardMutant {
    /** VERIFY answers 9000 to any PIN, as if it were the right one. */
    ACCEPTS_ANY_PIN,
    /** A wrong PIN is refused, and the try counter stays. */
    TRIES_DO_NOT_GO_DOWN,
    /** The last try is never used up: the PIN is not blocked however often a wrong one comes. */
    NEVER_BLOCKS,
    /** The right PIN is refused as a wrong one. */
    REFUSES_RIGHT_PIN,
    /** SIGN/DECRYPT works without the PIN. */
    SIGNS_WITHOUT_PIN,
    /** Every key is another than the one in its certificate. */
    SIGNS_WITH_ANOTHER_KEY,
    /** The PIN stays verified while the card is out of the reader. */
    PIN_SURVIVES_REMOVAL,
    /** The certificates' files hold something that is no certificate. */
    CERTIFICATES_UNREADABLE,
    /** The reader never reports the card: no insertion event, no ATR. */
    NEVER_REPORTED,
    /** Asking for the tries left takes one away. */
    QUERY_COSTS_A_TRY,
    /** GET CHALLENGE answers the same bytes each time. */
    CHALLENGE_REPEATS,
    /** A card that is said to have a fault is in order. */
    FAULT_DOES_NOT_SHOW
}

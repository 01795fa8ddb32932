package org.cacharness.edge;

/** A way in which the road to the card fails. */
public enum Fault {
    /** The card does not answer. */
    MUTE,
    /** The card answers 6F00. */
    CARD_FAILS,
    /** The answer is cut off before its status word. */
    CUT_OFF
}

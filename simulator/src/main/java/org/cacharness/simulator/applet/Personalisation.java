package org.cacharness.simulator.applet;

import javacard.framework.ISOException;

/** The commands of the factory, closed for good by the seal. */
final class Personalisation {
    /** The proprietary instruction of all of them. */
    static final byte INS = (byte) 0xFE;

    private Personalisation() {}

    static void requireOpen(AccessControl access) {
        // PRE-CONDITION - the card has not left the factory
        if (access.isSealed()) {
            ISOException.throwIt(StatusWords.CONDITIONS_NOT_SATISFIED);
        }
    }
}

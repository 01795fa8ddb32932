package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** The tag list of GET PROPERTIES with P1 02, kept in the same APDU buffer as the answer. */
final class TagList {
    private static final short PARKED = 128;
    private static final short MOST_TAGS = 64;

    private TagList() {}

    /** Moves the list out of the way, and returns its length. */
    static short park(byte[] buffer, short length) {
        if (length > MOST_TAGS) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        Util.arrayCopyNonAtomic(buffer, ISO7816.OFFSET_CDATA, buffer, PARKED, length);
        return length;
    }

    /** Keeps of the answer only the fields that the list names, in the answer's order, and returns the new length. */
    static short keep(byte[] buffer, short answerLength, short wanted) {
        short kept = 0;
        short found = 0;
        short at = 0;
        while (at < answerLength) {
            short next = (short) (at + 2 + (buffer[(short) (at + 1)] & 0xFF));
            if (isWanted(buffer, wanted, buffer[at])) {
                kept = Util.arrayCopyNonAtomic(buffer, at, buffer, kept, (short) (next - at));
                found++;
            }
            at = next;
        }
        // PRE-CONDITION - a tag that this instance has not is an error (GSC-IS 2.1, GET PROPERTIES)
        if (found < wanted) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
        return kept;
    }

    private static boolean isWanted(byte[] buffer, short wanted, byte tag) {
        for (short i = 0; i < wanted; i++) {
            if (buffer[(short) (PARKED + i)] == tag) {
                return true;
            }
        }
        return false;
    }
}

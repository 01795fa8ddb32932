package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** A command whose data come in several APDUs of CLA 10, the last of CLA 00 (SP 800-73-4 Part 2, 2.4.1; ISO/IEC 7816-4). */
final class CommandChain {
    private static final short FILLED = 0;
    private static final short HEADER = 1;
    private static final short PARAMETERS = 2;
    private static final short OPEN = 3;

    private final byte[] data;
    private final short[] state = JCSystem.makeTransientShortArray((short) 4, JCSystem.CLEAR_ON_DESELECT);

    CommandChain(short capacity) {
        data = JCSystem.makeTransientByteArray(capacity, JCSystem.CLEAR_ON_DESELECT);
    }

    byte[] data() {
        return data;
    }

    short length() {
        return state[FILLED];
    }

    /** Forgets what came. */
    void drop() {
        state[FILLED] = 0;
        state[OPEN] = 0;
    }

    /** Forgets an unfinished chain that the command does not continue, as a whole, and tells whether there was one. */
    boolean isInterruptedBy(byte[] buffer) {
        boolean open = state[OPEN] == 1;
        boolean continues = open
                && buffer[ISO7816.OFFSET_INS] == (byte) state[HEADER]
                && Util.getShort(buffer, ISO7816.OFFSET_P1) == state[PARAMETERS];
        if (!continues) {
            drop();
        }
        return open && !continues;
    }

    /** Adds the data of one APDU, and tells whether it was the last. */
    boolean add(byte[] buffer, short length) {
        // PRE-CONDITION - not more than the longest command
        if ((short) (state[FILLED] + length) > data.length) {
            drop();
            ISOException.throwIt(StatusWords.WRONG_LENGTH);
        }
        state[FILLED] = Util.arrayCopyNonAtomic(buffer, ISO7816.OFFSET_CDATA, data, state[FILLED], length);
        boolean more = CardClass.isChaining(buffer[ISO7816.OFFSET_CLA]);
        state[HEADER] = buffer[ISO7816.OFFSET_INS];
        state[PARAMETERS] = Util.getShort(buffer, ISO7816.OFFSET_P1);
        state[OPEN] = (short) (more ? 1 : 0);
        return !more;
    }
}

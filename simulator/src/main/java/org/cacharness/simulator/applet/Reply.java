package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/** An answer that may be longer than one short APDU carries: the rest waits for GET RESPONSE (ISO/IEC 7816-4). */
final class Reply {
    private static final short MOST_AT_ONCE = 256;
    private static final short NEXT = 0;
    private static final short END = 1;

    private final byte[] data;
    private final Object[] source = JCSystem.makeTransientObjectArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
    private final short[] progress = JCSystem.makeTransientShortArray((short) 2, JCSystem.CLEAR_ON_DESELECT);

    Reply(short capacity) {
        data = JCSystem.makeTransientByteArray(capacity, JCSystem.CLEAR_ON_DESELECT);
    }

    byte[] buffer() {
        return data;
    }

    /** Sends the first part of what is in the buffer. */
    void begin(APDU apdu, short length) {
        begin(apdu, data, (short) 0, length);
    }

    /** Sends the first part of an array, which must not change until all of it was fetched. */
    void begin(APDU apdu, byte[] array, short offset, short length) {
        source[0] = array;
        progress[NEXT] = offset;
        progress[END] = (short) (offset + length);
        sendNext(apdu);
    }

    void drop() {
        source[0] = null;
        progress[NEXT] = 0;
        progress[END] = 0;
    }

    void sendNext(APDU apdu) {
        short left = (short) (progress[END] - progress[NEXT]);
        // PRE-CONDITION - something is waiting
        if (left <= 0) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
        short expected = apdu.setOutgoing();
        short most = expected > 0 && expected < MOST_AT_ONCE ? expected : MOST_AT_ONCE;
        short now = left < most ? left : most;
        apdu.setOutgoingLength(now);
        apdu.sendBytesLong((byte[]) source[0], progress[NEXT], now);
        progress[NEXT] += now;
        if (now < left) {
            short more = (short) (left - now);
            ISOException.throwIt((short) (StatusWords.MORE_DATA | (more < MOST_AT_ONCE ? more : 0)));
        }
        drop();
    }
}

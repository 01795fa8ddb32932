package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/** A result that may be longer than one short APDU carries: the rest waits for GET RESPONSE (ISO/IEC 7816-4). */
final class Reply {
    private static final short MOST_AT_ONCE = 256;
    private static final short SENT = 0;
    private static final short LENGTH = 1;

    private final byte[] data;
    private final short[] progress = JCSystem.makeTransientShortArray((short) 2, JCSystem.CLEAR_ON_DESELECT);

    Reply(short capacity) {
        data = JCSystem.makeTransientByteArray(capacity, JCSystem.CLEAR_ON_DESELECT);
    }

    byte[] buffer() {
        return data;
    }

    void begin(APDU apdu, short length) {
        progress[SENT] = 0;
        progress[LENGTH] = length;
        sendNext(apdu);
    }

    void drop() {
        progress[LENGTH] = 0;
        progress[SENT] = 0;
    }

    void sendNext(APDU apdu) {
        short left = (short) (progress[LENGTH] - progress[SENT]);
        // PRE-CONDITION - something is waiting
        if (left <= 0) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
        short expected = apdu.setOutgoing();
        short most = expected > 0 && expected < MOST_AT_ONCE ? expected : MOST_AT_ONCE;
        short now = left < most ? left : most;
        apdu.setOutgoingLength(now);
        apdu.sendBytesLong(data, progress[SENT], now);
        progress[SENT] += now;
        if (now < left) {
            short more = (short) (left - now);
            ISOException.throwIt((short) (StatusWords.MORE_DATA | (more < MOST_AT_ONCE ? more : 0)));
        }
        drop();
    }
}

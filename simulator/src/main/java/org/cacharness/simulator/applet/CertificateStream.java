package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;

/** GET CERTIFICATE of version 1 cards: the certificate in pieces, 63LL while more follows, LL being the next Le. */
final class CertificateStream {
    static final byte GET_CERTIFICATE = 0x36;

    private static final short MOST_AT_ONCE = 255;

    private final short[] sent = JCSystem.makeTransientShortArray((short) 1, JCSystem.CLEAR_ON_DESELECT);

    void rewind() {
        sent[0] = 0;
    }

    void send(APDU apdu, Buffers buffers) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION - P1 and P2 are 00
        if (buffer[ISO7816.OFFSET_P1] != 0 || buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        byte[] certificate = buffers.values();
        short expected = apdu.setOutgoing();
        short now = atMost((short) (certificate.length - sent[0]), expected > 0 ? expected : MOST_AT_ONCE);
        apdu.setOutgoingLength(now);
        apdu.sendBytesLong(certificate, sent[0], now);
        sent[0] += now;
        short left = (short) (certificate.length - sent[0]);
        if (left > 0) {
            ISOException.throwIt((short) (StatusWords.MORE_OF_CERTIFICATE | atMost(left, MOST_AT_ONCE)));
        }
        rewind();
    }

    private static short atMost(short left, short most) {
        return left < most ? left : most;
    }
}

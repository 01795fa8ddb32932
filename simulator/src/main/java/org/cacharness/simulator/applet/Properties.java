package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/** GET PROPERTIES (GSC-IS 2.1): what an instance is, and which objects it has. */
final class Properties {
    private static final byte ALL_TAGS = 0x01;
    private static final byte SOME_TAGS = 0x02;

    private Properties() {}

    static void answer(APDU apdu, short length, CacApplet instance) {
        byte[] buffer = apdu.getBuffer();
        byte p1 = buffer[ISO7816.OFFSET_P1];
        // PRE-CONDITION 1 - P1 01 (all) or 02 (the tags in the data), P2 00
        if (buffer[ISO7816.OFFSET_P2] != 0 || (p1 != ALL_TAGS && p1 != SOME_TAGS)) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        // PRE-CONDITION 2 - P1 01 takes no data, P1 02 needs a tag list
        if ((p1 == ALL_TAGS) != (length == 0)) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        // The tag list is moved behind the answer, which is written from the start of the buffer and stays below 96
        // bytes
        short wanted = TagList.park(buffer, length);
        short answer = instance.writeProperties(buffer);
        short answerLength = p1 == ALL_TAGS ? answer : TagList.keep(buffer, answer, wanted);
        short expected = apdu.setOutgoing();
        // PRE-CONDITION 3 - a wrong Le is answered by the right one; 00 means all there is (ISO/IEC 7816-4, 6CXX)
        if (expected != 0 && expected != 256 && expected != answerLength) {
            ISOException.throwIt((short) (StatusWords.RIGHT_LE | answerLength));
        }
        apdu.setOutgoingLength(answerLength);
        apdu.sendBytes((short) 0, answerLength);
    }
}

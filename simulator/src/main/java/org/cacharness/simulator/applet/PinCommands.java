package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/** VERIFY and CHANGE REFERENCE DATA, alike in every instance of the card (ISO/IEC 7816-4). */
final class PinCommands {
    static final byte VERIFY = 0x20;
    static final byte CHANGE_REFERENCE_DATA = 0x24;

    private final AccessControl access;

    PinCommands(AccessControl access) {
        this.access = access;
    }

    void verify(byte[] buffer, short length) {
        requireReference(buffer);
        // PRE-CONDITION 1 - VERIFY without data asks for the state and costs nothing (ISO/IEC 7816-4, VERIFY)
        if (length == 0) {
            answerState();
            return;
        }
        // PRE-CONDITION 2 - a PIN block is eight bytes; any other length is not a presentation
        if (length != AccessControl.PIN_BLOCK_LENGTH) {
            ISOException.throwIt(StatusWords.WRONG_LENGTH);
        }
        present(buffer, ISO7816.OFFSET_CDATA);
    }

    void change(byte[] buffer, short length) {
        requireReference(buffer);
        // PRE-CONDITION 1 - old and new PIN block, eight bytes each
        if (length != 2 * AccessControl.PIN_BLOCK_LENGTH) {
            ISOException.throwIt(StatusWords.WRONG_LENGTH);
        }
        short replacement = (short) (ISO7816.OFFSET_CDATA + AccessControl.PIN_BLOCK_LENGTH);
        // PRE-CONDITION 2 - a malformed new PIN is refused before the old one is looked at, so that it costs no try
        if (!access.isWellFormedPin(buffer, replacement)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        present(buffer, ISO7816.OFFSET_CDATA);
        access.replacePin(buffer, replacement);
    }

    private void requireReference(byte[] buffer) {
        // PRE-CONDITION - the card has one PIN, reference 00
        if (buffer[ISO7816.OFFSET_P1] != 0 || buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        if (!access.isPinSet()) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
    }

    private void answerState() {
        if (!access.isPinVerified()) {
            ISOException.throwIt((short) (StatusWords.TRIES_LEFT | access.triesLeft()));
        }
    }

    private void present(byte[] buffer, short offset) {
        // PRE-CONDITION - a blocked PIN is not compared (SP 800-73-4 Part 2, 3.2.1)
        if (access.triesLeft() == 0) {
            ISOException.throwIt(StatusWords.PIN_BLOCKED);
        }
        if (!access.presentPin(buffer, offset)) {
            ISOException.throwIt((short) (StatusWords.TRIES_LEFT | access.triesLeft()));
        }
    }
}

package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/** VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER (SP 800-73-4 Part 2, 3.2.1 to 3.2.3). */
final class PivPinCommands {
    static final byte VERIFY = 0x20;
    static final byte CHANGE_REFERENCE_DATA = 0x24;
    static final byte RESET_RETRY_COUNTER = 0x2C;

    private static final byte APPLICATION_PIN = (byte) 0x80;
    private static final byte PUK = (byte) 0x81;
    private static final byte END_STATE = (byte) 0xFF;

    private final AccessControl access;
    private final PivBehaviour behaviour;

    PivPinCommands(AccessControl access, PivBehaviour behaviour) {
        this.access = access;
        this.behaviour = behaviour;
    }

    /** Answers VERIFY, and tells whether the right PIN was presented. */
    boolean verify(byte[] buffer, short length) {
        byte p1 = buffer[ISO7816.OFFSET_P1];
        // PRE-CONDITION 1 - P1 00 or FF (3.2.1)
        if (p1 != 0 && p1 != END_STATE) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        // PRE-CONDITION 2 - the application PIN, the only reference of this card (3.2.1; table 6)
        requireReference(buffer[ISO7816.OFFSET_P2] == APPLICATION_PIN);
        if (p1 == END_STATE) {
            endState(length);
            return false;
        }
        if (length == 0) {
            answerState();
            return false;
        }
        present(buffer, length);
        return true;
    }

    void change(byte[] buffer, short length) {
        requireP1Zero(buffer);
        byte reference = buffer[ISO7816.OFFSET_P2];
        requireReference(reference == APPLICATION_PIN || reference == PUK);
        requireTwoBlocks(length);
        short replacement = (short) (ISO7816.OFFSET_CDATA + AccessControl.PIN_BLOCK_LENGTH);
        if (reference == PUK) {
            requireRightPuk(buffer);
            access.replacePuk(buffer, replacement);
        } else {
            changePin(buffer, replacement);
        }
    }

    void resetRetryCounter(byte[] buffer, short length) {
        requireP1Zero(buffer);
        requireReference(buffer[ISO7816.OFFSET_P2] == APPLICATION_PIN);
        requireTwoBlocks(length);
        short replacement = (short) (ISO7816.OFFSET_CDATA + AccessControl.PIN_BLOCK_LENGTH);
        // PRE-CONDITION 1 - a blocked PUK is not compared, whatever the new PIN looks like (3.2.3)
        requirePukNotBlocked();
        // PRE-CONDITION 2 - a malformed new PIN is refused before the PUK is looked at, so that it costs no try (3.2.3)
        requireWellFormed(buffer, replacement);
        requireRightPuk(buffer);
        access.unblockPin(buffer, replacement);
    }

    private void endState(short length) {
        // PRE-CONDITION - P1 FF ends the verified state, and takes no data (3.2.1)
        if (length != 0) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        access.logOut();
    }

    private void answerState() {
        // 3.2.1: without data the command asks for the state and costs nothing
        if (behaviour.queryNeverSaysVerified() || !access.isPivStatusGranted()) {
            ISOException.throwIt((short) (StatusWords.TRIES_LEFT | access.triesLeft()));
        }
    }

    private void present(byte[] buffer, short length) {
        // PRE-CONDITION 1 - a blocked PIN is not compared (3.2.1)
        requirePinNotBlocked();
        // PRE-CONDITION 2 - eight bytes in the form of a PIN, or no presentation and no try spent (3.2.1; 2.4.3)
        if (length != AccessControl.PIN_BLOCK_LENGTH) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        requireWellFormed(buffer, ISO7816.OFFSET_CDATA);
        requireRightPin(buffer);
        access.grantPivStatus();
    }

    private void changePin(byte[] buffer, short replacement) {
        requirePinNotBlocked();
        // PRE-CONDITION - a malformed new PIN is refused before the old one is looked at, so that it costs no try
        // (3.2.2)
        requireWellFormed(buffer, replacement);
        requireRightPin(buffer);
        access.replacePin(buffer, replacement);
        // 3.2.2: the PIN counts as verified after a change
        access.grantPivStatus();
    }

    private void requireRightPin(byte[] buffer) {
        if (!access.presentPin(buffer, ISO7816.OFFSET_CDATA)) {
            ISOException.throwIt((short) (StatusWords.TRIES_LEFT | access.triesLeft()));
        }
    }

    private void requireRightPuk(byte[] buffer) {
        requirePukNotBlocked();
        if (!access.presentPuk(buffer, ISO7816.OFFSET_CDATA)) {
            ISOException.throwIt((short) (StatusWords.TRIES_LEFT | access.pukTriesLeft()));
        }
    }

    private void requirePinNotBlocked() {
        if (access.triesLeft() == 0) {
            ISOException.throwIt(StatusWords.PIN_BLOCKED);
        }
    }

    private void requirePukNotBlocked() {
        if (access.pukTriesLeft() == 0) {
            ISOException.throwIt(StatusWords.PIN_BLOCKED);
        }
    }

    private void requireWellFormed(byte[] buffer, short offset) {
        if (!access.isWellFormedPin(buffer, offset)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
    }

    private static void requireP1Zero(byte[] buffer) {
        // PRE-CONDITION - P1 00 (3.2.2, 3.2.3)
        if (buffer[ISO7816.OFFSET_P1] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
    }

    private static void requireReference(boolean known) {
        // PRE-CONDITION - a reference that this card has (3.2.1 to 3.2.3: 6A88)
        if (!known) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
    }

    private static void requireTwoBlocks(short length) {
        // PRE-CONDITION - two blocks of eight bytes (3.2.2, 3.2.3)
        if (length != 2 * AccessControl.PIN_BLOCK_LENGTH) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
    }
}

package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;

/**
 * What all instances of the CAC edge have in common: selection, the PIN commands and random numbers.
 *
 * <p>Both CLA 00 and 80 are taken for every command: the documents say 80, the software in the field says 00.
 */
abstract class CacApplet extends Applet {
    private static final byte SELECT_BY_OBJECT = 0x02;
    private static final byte SELECT_BY_NAME = 0x04;
    private static final byte NO_FCI = 0x0C;
    private static final byte GET_CHALLENGE = (byte) 0x84;
    private static final byte GET_PROPERTIES = 0x56;
    static final byte GET_RESPONSE = (byte) 0xC0;
    private static final short CHALLENGE_LENGTH = 8;

    private final AccessControl access;
    private final PinCommands pinCommands;

    CacApplet(AccessControl access) {
        this.access = access;
        pinCommands = new PinCommands(access);
    }

    @Override
    public final void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        CardClass.requireCac(buffer[ISO7816.OFFSET_CLA]);
        short length = apdu.setIncomingAndReceive();
        if (selectingApplet()) {
            // SP 800-73-4 Part 2, 3.1.1: another application's selection ends what the PIV application granted
            access.endPivStatus();
            beforeCommand(buffer);
            Fci.send(apdu);
            return;
        }
        // A command other than GET RESPONSE drops what an earlier one left to fetch, and an unfinished chain (ISO/IEC
        // 7816-4)
        beforeCommand(buffer);
        switch (buffer[ISO7816.OFFSET_INS]) {
            case ISO7816.INS_SELECT -> selectObject(buffer, length);
            case PinCommands.VERIFY -> pinCommands.verify(buffer, length);
            case PinCommands.CHANGE_REFERENCE_DATA -> pinCommands.change(buffer, length);
            case GET_CHALLENGE -> sendChallenge(apdu);
            case GET_PROPERTIES -> Properties.answer(apdu, length, this);
            case GET_RESPONSE -> getResponse(apdu);
            default -> command(apdu, length);
        }
    }

    final AccessControl access() {
        return access;
    }

    /** Called before each command that is no selection. */
    void beforeCommand(byte[] buffer) {}

    /** A command of this kind of instance alone. */
    abstract void command(APDU apdu, short length);

    /** Selects an object of this instance, and tells whether it has it. */
    abstract boolean selectsObject(byte[] buffer, short offset);

    /** Writes the answer of GET PROPERTIES, whole, and returns its length. */
    abstract short writeProperties(byte[] buffer);

    void getResponse(APDU apdu) {
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    static void send(APDU apdu, byte[] source, short offset, short length) {
        apdu.setOutgoing();
        apdu.setOutgoingLength(length);
        apdu.sendBytesLong(source, offset, length);
    }

    private void selectObject(byte[] buffer, short length) {
        // PRE-CONDITION 1 - a name that no instance has: the card stays where it is (SP 800-73-4 Part 2, 3.1.1)
        if (buffer[ISO7816.OFFSET_P1] == SELECT_BY_NAME) {
            ISOException.throwIt(StatusWords.NOT_FOUND);
        }
        // PRE-CONDITION 2 - P1 02 selects an object of this instance, P2 00 or 0C
        byte p2 = buffer[ISO7816.OFFSET_P2];
        if (buffer[ISO7816.OFFSET_P1] != SELECT_BY_OBJECT || (p2 != 0 && p2 != NO_FCI)) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        // PRE-CONDITION 3 - an object identifier is two bytes
        if (length != 2) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        if (!selectsObject(buffer, ISO7816.OFFSET_CDATA)) {
            ISOException.throwIt(StatusWords.NOT_FOUND);
        }
    }

    private void sendChallenge(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION - ISO/IEC 7816-4, GET CHALLENGE: P1 and P2 are 00
        if (buffer[ISO7816.OFFSET_P1] != 0 || buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        access.random(buffer, (short) 0, CHALLENGE_LENGTH);
        send(apdu, buffer, (short) 0, CHALLENGE_LENGTH);
    }
}

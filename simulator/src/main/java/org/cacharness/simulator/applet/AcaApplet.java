package org.cacharness.simulator.applet;

import javacard.framework.AID;
import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Shareable;
import javacard.framework.Util;

/**
 * The access control applet: owner of the PIN, of the access rules and of the seal.
 *
 * <p>It is installed first; the other instances find it by its AID. Application data of the installation: {@code try
 * limit(1) fewest digits of the PIN(1)}.
 *
 * <p>Personalisation, INS FE: P1 01 sets the PIN (PIN block), P1 02 adds entropy, P1 03 sets the PUK (eight bytes), P1 04 adds to
 * the table that GET ACR answers to P2, P1 7F seals the card. A sealed card answers
 * 6985 to all of them, for good.
 */
public final class AcaApplet extends CacApplet {
    private static final byte[] NAME = {(byte) 0xA0, 0x00, 0x00, 0x00, 0x79, 0x03, 0x00};
    private static final byte[] PROPERTIES = {0x01, 0x05, 0x10, 0x02, 0x06, 0x02, 0x02};
    private static final byte GET_ACR = 0x4C;
    private static final byte SET_PIN = 0x01;
    private static final byte ADD_ENTROPY = 0x02;
    private static final byte SET_PUK = 0x03;
    private static final byte ADD_TO_TABLE = 0x04;
    private static final byte SEAL = 0x7F;

    private final CardAccess card;
    private final AccessRules rules = new AccessRules();

    private AcaApplet(CardAccess card) {
        super(card);
        this.card = card;
    }

    /** Installs the instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        short data = InstallParameters.dataOffset(parameters, offset);
        new AcaApplet(new CardAccess(parameters[data], parameters[(short) (data + 1)]))
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    /** The access control of the card that the caller is installed on. */
    static AccessControl ofThisCard() {
        AID aca = JCSystem.lookupAID(NAME, (short) 0, (byte) NAME.length);
        return (AccessControl) JCSystem.getAppletShareableInterfaceObject(aca, (byte) 0);
    }

    @Override
    public Shareable getShareableInterfaceObject(AID client, byte parameter) {
        return card;
    }

    @Override
    void command(APDU apdu, short length) {
        switch (apdu.getBuffer()[ISO7816.OFFSET_INS]) {
            case GET_ACR -> rules.answer(apdu, length);
            case Personalisation.INS -> personalise(apdu.getBuffer(), length);
            default -> ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
    }

    @Override
    boolean selectsObject(byte[] buffer, short offset) {
        return Util.getShort(buffer, offset) == 0x0300;
    }

    @Override
    short writeProperties(byte[] buffer) {
        return Util.arrayCopyNonAtomic(PROPERTIES, (short) 0, buffer, (short) 0, (short) PROPERTIES.length);
    }

    private void personalise(byte[] buffer, short length) {
        Personalisation.requireOpen(card);
        switch (buffer[ISO7816.OFFSET_P1]) {
            case SET_PIN -> setPin(buffer, length);
            case ADD_ENTROPY -> card.addEntropy(buffer, ISO7816.OFFSET_CDATA, length);
            case SET_PUK -> setPuk(buffer, length);
            case ADD_TO_TABLE -> rules.addToTable(buffer, length);
            case SEAL -> card.seal();
            default -> ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
    }

    private void setPin(byte[] buffer, short length) {
        if (length != AccessControl.PIN_BLOCK_LENGTH || !card.isWellFormedPin(buffer, ISO7816.OFFSET_CDATA)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        card.setPin(buffer, ISO7816.OFFSET_CDATA);
    }

    private void setPuk(byte[] buffer, short length) {
        // PRE-CONDITION - a PUK is any eight bytes (SP 800-73-4 Part 2, 2.4.3)
        if (length != AccessControl.PIN_BLOCK_LENGTH) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        card.replacePuk(buffer, ISO7816.OFFSET_CDATA);
    }
}

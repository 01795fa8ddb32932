package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/**
 * An instance that only answers GET DATA: the issuer security domain (GlobalPlatform Card Specification 2.1.1, 9.3) and Microsoft's
 * plug-and-play instance.
 *
 * <p>Application data of the installation: {@code number of objects(1)}, then for each {@code tag(2) length(1) value}.
 */
public final class DataObjectApplet extends Applet {
    private static final byte GET_DATA = (byte) 0xCA;

    private final AccessControl access = AcaApplet.ofThisCard();
    private final byte[] objects;

    private DataObjectApplet(byte[] parameters, short data, short length) {
        objects = new byte[length];
        Util.arrayCopyNonAtomic(parameters, data, objects, (short) 0, length);
    }

    /** Installs an instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        short data = InstallParameters.dataOffset(parameters, offset);
        short dataLength = (short) (parameters[(short) (data - 1)] & 0xFF);
        new DataObjectApplet(parameters, data, dataLength)
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        CardClass.requireCac(buffer[ISO7816.OFFSET_CLA]);
        apdu.setIncomingAndReceive();
        if (selectingApplet()) {
            // SP 800-73-4 Part 2, 3.1.1: another application's selection ends what the PIV application granted
            access.endPivStatus();
            Fci.send(apdu);
            return;
        }
        switch (buffer[ISO7816.OFFSET_INS]) {
            case ISO7816.INS_SELECT -> ISOException.throwIt(StatusWords.NOT_FOUND);
            case GET_DATA -> sendObject(apdu, Util.getShort(buffer, ISO7816.OFFSET_P1));
            default -> ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
    }

    private void sendObject(APDU apdu, short tag) {
        short at = 1;
        for (short i = 0; i < objects[0]; i++) {
            short length = (short) (objects[(short) (at + 2)] & 0xFF);
            if (Util.getShort(objects, at) == tag) {
                CacApplet.send(apdu, objects, (short) (at + 3), length);
                return;
            }
            at = (short) (at + 3 + length);
        }
        // PRE-CONDITION - an object that is there (GlobalPlatform Card Specification 2.1.1, table 9-25: 6A88)
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }
}

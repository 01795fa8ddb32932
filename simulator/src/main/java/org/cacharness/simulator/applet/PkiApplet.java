package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * A PKI instance: one certificate, one private key.
 *
 * <p>Application data of the installation: those of {@link ContainerApplet}, then {@code algorithm(1) rule of SIGN/DECRYPT(1)
 * version(1)}. Algorithms as in SP 800-78-4 (05: SP 800-78-5): 07 RSA-2048, 05 RSA-3072, 11 P-256, 14 P-384. Version 2 has the
 * buffers of {@link ContainerApplet}; version 1 has GET CERTIFICATE in their place, which answers what is in the V-file.
 *
 * <p>Personalisation, INS FE: P1 10, P2 the component, imports the key. UPDATE BUFFER writes the certificate.
 */
public final class PkiApplet extends ContainerApplet {
    private static final byte SIGN_DECRYPT = 0x42;
    private static final byte MORE_FOLLOWS = (byte) 0x80;
    private static final byte IMPORT_KEY = 0x10;
    private static final byte UPDATE_BUFFER = 0x58;
    private static final short LONGEST_RESULT = 512;

    private final SigningKey key;
    private final byte signRule;
    private final boolean isVersion1;
    private final CertificateStream stream = new CertificateStream();
    private final byte[] block;
    private final short[] filled = JCSystem.makeTransientShortArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
    private final Reply reply = new Reply(LONGEST_RESULT);

    private PkiApplet(byte[] parameters, short data) {
        super(parameters, data);
        short own = endOfParameters(parameters, data);
        key = SigningKeys.of(parameters[own]);
        signRule = parameters[(short) (own + 1)];
        isVersion1 = parameters[(short) (own + 2)] == 1;
        block = JCSystem.makeTransientByteArray(key.longestInput(), JCSystem.CLEAR_ON_DESELECT);
    }

    /** Installs an instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        new PkiApplet(parameters, InstallParameters.dataOffset(parameters, offset))
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    @Override
    void beforeCommand(byte[] buffer) {
        byte ins = buffer[ISO7816.OFFSET_INS];
        if (ins != SIGN_DECRYPT) {
            filled[0] = 0;
        }
        if (ins != GET_RESPONSE) {
            reply.drop();
        }
        if (ins != CertificateStream.GET_CERTIFICATE) {
            stream.rewind();
        }
    }

    @Override
    void command(APDU apdu, short length) {
        switch (apdu.getBuffer()[ISO7816.OFFSET_INS]) {
            case SIGN_DECRYPT -> sign(apdu, length);
            case Personalisation.INS -> importKey(apdu.getBuffer(), length);
            case CertificateStream.GET_CERTIFICATE -> sendCertificate(apdu);
            case UPDATE_BUFFER -> super.command(apdu, length);
            default -> otherCommand(apdu, length);
        }
    }

    @Override
    void getResponse(APDU apdu) {
        reply.sendNext(apdu);
    }

    @Override
    short updateRefusal() {
        return StatusWords.CONDITIONS_NOT_SATISFIED;
    }

    @Override
    short writeProperties(byte[] buffer) {
        short end = writeHead(buffer);
        buffer[end] = 0x51;
        buffer[(short) (end + 1)] = 0x11;
        end = selectedObject().writeProperties(buffer, (short) (end + 2));
        byte initialised = key.isReady() ? (byte) 1 : (byte) 0;
        buffer[end++] = 0x43;
        buffer[end++] = 0x04;
        buffer[end++] = key.propertyAlgorithm();
        buffer[end++] = key.propertyLength();
        buffer[end++] = initialised;
        buffer[end++] = initialised;
        return end;
    }

    private void sendCertificate(APDU apdu) {
        // PRE-CONDITION - a card of version 2 has READ BUFFER in its place
        if (!isVersion1) {
            ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
        stream.send(apdu, selectedObject().buffers());
    }

    private void otherCommand(APDU apdu, short length) {
        // PRE-CONDITION - a card of version 1 has no READ BUFFER
        if (isVersion1) {
            ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
        super.command(apdu, length);
    }

    private void sign(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        byte p1 = buffer[ISO7816.OFFSET_P1];
        // PRE-CONDITION 1 - P1 80 (more follows) or 00 (last), P2 00 (GSC-IS 2.1, PRIVATE SIGN/DECRYPT)
        if (buffer[ISO7816.OFFSET_P2] != 0 || (p1 != MORE_FOLLOWS && p1 != 0)) {
            refuseChain(StatusWords.WRONG_P1P2);
        }
        // PRE-CONDITION 2 - the access rule of the key: PIN
        if (signRule != AccessRules.ALWAYS && !access().isPinVerified()) {
            refuseChain(StatusWords.PIN_MISSING);
        }
        // PRE-CONDITION 3 - a key was imported
        if (!key.isReady()) {
            refuseChain(StatusWords.CONDITIONS_NOT_SATISFIED);
        }
        gather(buffer, length);
        if (p1 == 0) {
            finish(apdu);
        }
    }

    private void gather(byte[] buffer, short length) {
        // PRE-CONDITION - not more than the key takes
        if ((short) (filled[0] + length) > block.length) {
            refuseChain(StatusWords.WRONG_LENGTH);
        }
        filled[0] = Util.arrayCopyNonAtomic(buffer, ISO7816.OFFSET_CDATA, block, filled[0], length);
    }

    private void finish(APDU apdu) {
        short length = filled[0];
        filled[0] = 0;
        // PRE-CONDITION - RSA takes a block as long as the modulus, ECDSA a hash
        if (!key.takes(length)) {
            ISOException.throwIt(StatusWords.WRONG_LENGTH);
        }
        reply.begin(apdu, key.sign(block, (short) 0, length, reply.buffer(), (short) 0));
    }

    /** An interrupted chain is forgotten as a whole (SP 800-73-4 Part 2 has the same rule). */
    private void refuseChain(short statusWord) {
        filled[0] = 0;
        ISOException.throwIt(statusWord);
    }

    private void importKey(byte[] buffer, short length) {
        Personalisation.requireOpen(access());
        if (buffer[ISO7816.OFFSET_P1] != IMPORT_KEY) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        key.importComponent(buffer[ISO7816.OFFSET_P2], buffer, ISO7816.OFFSET_CDATA, length);
        Util.arrayFillNonAtomic(buffer, ISO7816.OFFSET_CDATA, length, (byte) 0);
    }
}

package org.cacharness.simulator.applet;

import javacard.framework.ISOException;
import javacard.security.CryptoException;
import javacard.security.ECPrivateKey;
import javacard.security.KeyAgreement;
import javacard.security.KeyBuilder;

/**
 * A P-256 or P-384 key for key management: elliptic curve Diffie-Hellman, cofactor one (SP 800-73-4 Part 2, 3.2.4 and A.5.2).
 *
 * <p>The input is the other's point, {@code 04 X Y}; the result is the shared secret's X coordinate. Component 1 is the secret number.
 */
final class EcAgreementKey implements SigningKey {
    private static final byte UNCOMPRESSED = 0x04;

    private final short fieldLength;
    private final ECPrivateKey key;
    private final KeyAgreement agreement = KeyAgreement.getInstance(KeyAgreement.ALG_EC_SVDP_DH_PLAIN, false);

    EcAgreementKey(short bits) {
        fieldLength = (short) (bits / 8);
        key = (ECPrivateKey) KeyBuilder.buildKey(KeyBuilder.TYPE_EC_FP_PRIVATE, bits, false);
    }

    @Override
    public void importComponent(byte component, byte[] buffer, short offset, short length) {
        if (component != 1) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        key.setS(buffer, offset, length);
        agreement.init(key);
    }

    @Override
    public boolean isReady() {
        return key.isInitialized();
    }

    @Override
    public boolean takes(short length) {
        return length == longestInput();
    }

    @Override
    public short longestInput() {
        return (short) (2 * fieldLength + 1);
    }

    @Override
    public short sign(byte[] input, short offset, short length, byte[] output, short outputOffset) {
        // PRE-CONDITION 1 - an uncompressed point (SP 800-73-4 Part 2, A.5.2)
        if (input[offset] != UNCOMPRESSED) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        try {
            return agreement.generateSecret(input, offset, length, output, outputOffset);
        } catch (CryptoException e) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        } catch (RuntimeException e) {
            // PRE-CONDITION 2 - a point on the curve (SP 800-56A, 5.6.2.3); the simulated card library throws its own
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        return 0;
    }

    @Override
    public byte propertyAlgorithm() {
        return fieldLength == 32 ? (byte) 0x11 : (byte) 0x14;
    }

    @Override
    public byte propertyLength() {
        return (byte) (fieldLength / 8);
    }
}

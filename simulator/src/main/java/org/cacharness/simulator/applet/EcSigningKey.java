package org.cacharness.simulator.applet;

import javacard.framework.ISOException;
import javacard.security.ECPrivateKey;
import javacard.security.KeyBuilder;
import javacard.security.MessageDigest;
import javacard.security.Signature;
import javacardx.crypto.Cipher;

/**
 * A P-256 or P-384 key, component 1 is the secret number. The input is a hash, the result an ECDSA signature in DER.
 *
 * <p>The CAC edge of the field knows RSA only; this is the PIV edge's mechanism (SP 800-73-4 Part 2, 3.2.4) behind the CAC's command.
 */
final class EcSigningKey implements SigningKey {
    private static final short LONGEST_HASH = 64;

    private final short bits;
    private final ECPrivateKey key;
    private final Signature signature =
            Signature.getInstance(MessageDigest.ALG_NULL, Signature.SIG_CIPHER_ECDSA, Cipher.PAD_NULL, false);

    EcSigningKey(short bits) {
        this.bits = bits;
        key = (ECPrivateKey) KeyBuilder.buildKey(KeyBuilder.TYPE_EC_FP_PRIVATE, bits, false);
    }

    @Override
    public void importComponent(byte component, byte[] buffer, short offset, short length) {
        if (component != 1) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        key.setS(buffer, offset, length);
        // Once, here: each init computes the curve's tables anew
        signature.init(key, Signature.MODE_SIGN);
    }

    @Override
    public boolean isReady() {
        return key.isInitialized();
    }

    @Override
    public boolean takes(short length) {
        return length > 0 && length <= LONGEST_HASH;
    }

    @Override
    public short longestInput() {
        return LONGEST_HASH;
    }

    @Override
    public short sign(byte[] input, short offset, short length, byte[] output, short outputOffset) {
        return signature.sign(input, offset, length, output, outputOffset);
    }

    @Override
    public byte propertyAlgorithm() {
        return bits == 256 ? (byte) 0x11 : (byte) 0x14;
    }

    @Override
    public byte propertyLength() {
        return (byte) (bits / 64);
    }
}

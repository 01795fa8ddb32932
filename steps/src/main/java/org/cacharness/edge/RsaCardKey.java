package org.cacharness.edge;

import java.math.BigInteger;
import java.security.interfaces.RSAKey;

/** An RSA key on a card. It is no {@code RSAPrivateKey}, so that the providers of the JDK leave it to {@link CardProvider}. */
public final class RsaCardKey extends CardKey implements RSAKey {
    private static final long serialVersionUID = 1L;

    private final BigInteger modulus;

    RsaCardKey(CacCard card, PkiInstance instance, PinEntry pinEntry, BigInteger modulus) {
        super(card, instance, pinEntry);
        this.modulus = modulus;
    }

    @Override
    public String getAlgorithm() {
        return "RSA";
    }

    /** A signature is as long as the modulus (RFC 8017, 8.1.1); some cards leave out the zeros that it begins with. */
    @Override
    byte[] complete(byte[] result) {
        int length = (modulus.bitLength() + 7) / 8;
        if (result.length >= length) {
            return result;
        }
        byte[] padded = new byte[length];
        System.arraycopy(result, 0, padded, length - result.length, result.length);
        return padded;
    }

    @Override
    public BigInteger getModulus() {
        return modulus;
    }
}

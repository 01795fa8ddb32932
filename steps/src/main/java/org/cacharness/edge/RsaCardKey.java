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

    @Override
    public BigInteger getModulus() {
        return modulus;
    }
}

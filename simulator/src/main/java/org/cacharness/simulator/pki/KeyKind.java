package org.cacharness.simulator.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** The algorithm and size of a card's keys (SP 800-78-5, table 1). */
public enum KeyKind {
    /** RSA with 2048 bits: what cards in the field have. */
    RSA_2048("RSA", 2048),
    /**
     * RSA with 2041 bits, the least that take 256 bytes: nearly every signature begins with a zero byte, where with 2048 bits one in
     * some two hundred does. No issuer makes such keys; tests of what becomes of that byte need them.
     */
    RSA_SHORT_SIGNATURES("RSA", 2041),
    /** RSA with 3072 bits. */
    RSA_3072("RSA", 3072),
    /** ECC: Curve P-256. */
    P_256("EC", 256),
    /** ECC: Curve P-384. */
    P_384("EC", 384);

    private final String algorithm;
    private final int bits;

    KeyKind(String algorithm, int bits) {
        this.algorithm = algorithm;
        this.bits = bits;
    }

    /** Makes a new pair. */
    KeyPair newPair() {
        try {
            if (this == RSA_SHORT_SIGNATURES) {
                return ShortSignatureKeys.newPair(bits);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "test PKI: no " + this + " key pair from this JDK: use an unmodified JDK 17", e);
        }
    }

    boolean isElliptic() {
        return algorithm.equals("EC");
    }
}

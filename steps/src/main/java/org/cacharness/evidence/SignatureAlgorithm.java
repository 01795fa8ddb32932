package org.cacharness.evidence;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** The two ways in which a pack is signed; both need no parameters, so that there is one encoding of each. */
public enum SignatureAlgorithm {
    /** RSASSA-PKCS1-v1_5 (RFC 8017, 8.2). The same pack gives the same signature. */
    RSA("SHA256withRSA"),
    /** ECDSA (FIPS 186-5). Each signature is another. */
    EC("SHA256withECDSA");

    private static final int SHORTEST_RSA = 2048;

    private final String jcaName;

    SignatureAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** The JCA's name. */
    public String jcaName() {
        return jcaName;
    }

    /**
     * How a key signs.
     *
     * @throws EvidenceException if it is neither RSA of 2048 bits or more, nor EC
     */
    public static SignatureAlgorithm of(PublicKey key) throws EvidenceException {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
            return RSA;
        }
        if (key instanceof ECPublicKey) {
            return EC;
        }
        throw new EvidenceException("Signing key: expected RSA of " + SHORTEST_RSA + " bits or more, or EC, got "
                + key.getAlgorithm() + ": use another key");
    }
}

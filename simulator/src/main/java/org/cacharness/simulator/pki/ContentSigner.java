package org.cacharness.simulator.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Who signs what the factory writes on a card: CHUID, biometrics, security object (SP 800-73-4 Part 1, 3.1.2, 3.1.4).
 *
 * @param certificate policy 2.16.840.1.101.3.2.1.3.39, extended key usage id-PIV-content-signing
 * @param privateKey its key
 */
public record ContentSigner(X509Certificate certificate, PrivateKey privateKey) {
    @Override
    public String toString() {
        return "ContentSigner[" + certificate.getSubjectX500Principal() + ", private key ****]";
    }
}

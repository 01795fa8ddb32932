package org.cacharness.simulator.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate with its private key, as the personalisation of a card receives them.
 *
 * <p>This is the only moment at which the private key exists outside the card.
 *
 * @param role what the certificate is for
 * @param certificate the certificate
 * @param privateKey an RSA CRT key or an EC key, matching the certificate
 */
public record Credential(CertificateRole role, X509Certificate certificate, PrivateKey privateKey) {
    @Override
    public String toString() {
        return "Credential[" + role + ", " + certificate.getSubjectX500Principal() + ", private key ****]";
    }
}

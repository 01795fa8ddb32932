package org.cacharness.simulator.portal;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The certificate that is bound to an account.
 *
 * <p>It is bound by issuer and serial number, the pair that names one certificate (RFC 5280, 4.1.2.2), and not by the person's
 * identifier: a card that was replaced has the same person and other certificates, and the procedure wants the old one cleared
 * and the new one registered by the member, who proves to hold it.
 *
 * @param issuer issuer name, RFC 2253
 * @param serial serial number, positive
 * @param subject subject name, RFC 2253
 * @param since the portal's time at registration
 */
public record RegisteredCertificate(String issuer, BigInteger serial, String subject, Instant since) {

    static RegisteredCertificate of(X509Certificate certificate, Instant since) {
        return new RegisteredCertificate(
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber(),
                certificate.getSubjectX500Principal().getName(),
                since);
    }

    /** Whether this is the binding of that very certificate: same issuer, same serial number. */
    public boolean binds(X509Certificate certificate) {
        return serial.equals(certificate.getSerialNumber())
                && issuer.equals(certificate.getIssuerX500Principal().getName());
    }
}

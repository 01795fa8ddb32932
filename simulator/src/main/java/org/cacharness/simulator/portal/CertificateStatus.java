package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;

/** What the portal asks an issuer about a certificate, for example by OCSP (RFC 6960, 2.2) or CRL. */
@FunctionalInterface
public interface CertificateStatus {

    /** Asks for the status of one certificate; never throws for an answer that is bad or missing. */
    Answer check(X509Certificate certificate);

    /** The issuer's answer. */
    enum Answer {
        /** Not revoked. */
        GOOD,
        /** Revoked for good. */
        REVOKED,
        /** Revoked with the reason certificateHold. */
        SUSPENDED,
        /** The responder does not know this certificate. */
        UNKNOWN,
        /** Nobody answered, or the answer could not be verified. */
        UNREACHABLE,
        /** Nobody was asked, because nobody could be: whoever runs the portal knows, and says so beside its results. */
        NOT_CHECKED
    }
}

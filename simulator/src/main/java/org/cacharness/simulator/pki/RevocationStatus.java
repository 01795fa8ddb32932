package org.cacharness.simulator.pki;

import java.security.cert.CRLReason;

/** What an OCSP responder or a CRL says of a certificate. */
public sealed interface RevocationStatus {
    /** Issued and not revoked. */
    record Good() implements RevocationStatus {}

    /**
     * Revoked for good.
     *
     * @param reason why (RFC 5280, 5.3.1)
     */
    record Revoked(CRLReason reason) implements RevocationStatus {}

    /** On hold; may become good again. */
    record Suspended() implements RevocationStatus {}

    /** The issuer never issued this serial number. Only OCSP can tell. */
    record Unknown() implements RevocationStatus {}

    /**
     * No answer that could be believed.
     *
     * @param why one line: what was asked, and what was wrong with the answer
     */
    record Unreachable(String why) implements RevocationStatus {}

    /** A hold is a suspension, every other reason is final. */
    static RevocationStatus revokedFor(CRLReason reason) {
        return reason == CRLReason.CERTIFICATE_HOLD ? new Suspended() : new Revoked(reason);
    }
}

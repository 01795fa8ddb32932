package org.cacharness.simulator.pki;

/**
 * The two issuers that make one card's certificates.
 *
 * @param identity signs the identity certificate and both PIV authentication certificates
 * @param email signs both e-mail certificates
 */
record IssuerSeries(CertificateAuthority identity, CertificateAuthority email) {
    CertificateAuthority forRole(CertificateRole role) {
        return switch (role) {
            case IDENTITY, PIV_AUTHENTICATION, CARD_AUTHENTICATION -> identity;
            case EMAIL_SIGNATURE, EMAIL_ENCRYPTION -> email;
        };
    }
}

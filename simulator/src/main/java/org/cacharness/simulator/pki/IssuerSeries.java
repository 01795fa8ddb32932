package org.cacharness.simulator.pki;

/**
 * The two issuers that make one card's certificates.
 *
 * @param identity signs the identity certificate
 * @param email signs both e-mail certificates
 */
record IssuerSeries(CertificateAuthority identity, CertificateAuthority email) {
    CertificateAuthority forRole(CertificateRole role) {
        return role == CertificateRole.IDENTITY ? identity : email;
    }
}

package org.cacharness.simulator.pki;

/** What a certificate on a CAC is for. The order is that of the card's PKI applet instances. */
public enum CertificateRole {
    /** Identity; PKI instance 0, AID A0000000790100. */
    IDENTITY,
    /** E-mail signature; PKI instance 1, AID A0000000790101. */
    EMAIL_SIGNATURE,
    /** E-mail encryption; PKI instance 2, AID A0000000790102. Its key usage does not allow client authentication. */
    EMAIL_ENCRYPTION
}

package org.cacharness.simulator.pki;

import java.util.List;

/** What a certificate on a card is for. The first three are in the order of the card's PKI applet instances. */
public enum CertificateRole {
    /** Identity; PKI instance 0, AID A0000000790100. */
    IDENTITY,
    /** E-mail signature; PKI instance 1, AID A0000000790101; PIV key reference 9C. */
    EMAIL_SIGNATURE,
    /**
     * E-mail encryption; PKI instance 2, AID A0000000790102; PIV key reference 9D.
     *
     * <p>Its key usage does not allow client authentication.
     */
    EMAIL_ENCRYPTION,
    /** PIV authentication; PIV key reference 9A (SP 800-73-4 Part 1, 3.1.3). */
    PIV_AUTHENTICATION,
    /** Card authentication; PIV key reference 9E, used without PIN: it proves the card and never the person. */
    CARD_AUTHENTICATION;

    private static final List<CertificateRole> CAC = List.of(IDENTITY, EMAIL_SIGNATURE, EMAIL_ENCRYPTION);

    /** The roles that the CAC edge has, in the order of its PKI applet instances. */
    public static List<CertificateRole> cac() {
        return CAC;
    }
}

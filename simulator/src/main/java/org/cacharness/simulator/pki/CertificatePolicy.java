package org.cacharness.simulator.pki;

/** What an issuer promises about a certificate: DoD's policies (DoD CP), the Federal PKI's (FPKI Common Policy) and the ECA's (ECA CP). */
public enum CertificatePolicy {
    /** A person's key in hardware, 112 bit: today's CAC certificates. */
    MEDIUM_HARDWARE("2.16.840.1.101.2.1.11.42"),
    /** A person's key in software, 112 bit. */
    MEDIUM("2.16.840.1.101.2.1.11.39"),
    /** A device's key (non-person entity), 112 bit: must never be taken for a person. */
    MEDIUM_NPE("2.16.840.1.101.2.1.11.36"),
    /** PIV authentication, id-fpki-common-authentication. */
    PIV_AUTHENTICATION("2.16.840.1.101.3.2.1.3.13"),
    /** Card authentication, id-fpki-common-cardAuth: must never authenticate a person. */
    CARD_AUTHENTICATION("2.16.840.1.101.3.2.1.3.17"),
    /** A person's key in hardware at an agency other than DoD, id-fpki-common-hardware. */
    COMMON_HARDWARE("2.16.840.1.101.3.2.1.3.7"),
    /** A person's key in hardware at a company, id-eca-medium-hardware. */
    ECA_MEDIUM_HARDWARE("2.16.840.1.101.3.2.1.12.2"),
    /** Signs what is on a PIV card, id-fpki-common-piv-contentSigning. */
    PIV_CONTENT_SIGNING("2.16.840.1.101.3.2.1.3.39");

    private final String oid;

    CertificatePolicy(String oid) {
        this.oid = oid;
    }

    /** Object identifier, dotted. */
    public String oid() {
        return oid;
    }
}

package org.cacharness.simulator.pki;

/** What DoD promises about a certificate: the policies registered under 2.16.840.1.101.2.1.11 (DoD CP). */
public enum CertificatePolicy {
    /** A person's key in hardware, 112 bit: today's CAC certificates. */
    MEDIUM_HARDWARE("2.16.840.1.101.2.1.11.42"),
    /** A person's key in software, 112 bit. */
    MEDIUM("2.16.840.1.101.2.1.11.39"),
    /** A device's key (non-person entity), 112 bit: must never be taken for a person. */
    MEDIUM_NPE("2.16.840.1.101.2.1.11.36");

    private final String oid;

    CertificatePolicy(String oid) {
        this.oid = oid;
    }

    /** Object identifier, dotted. */
    public String oid() {
        return oid;
    }
}

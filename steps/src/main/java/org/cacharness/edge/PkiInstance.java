package org.cacharness.edge;

/** A PKI applet instance of a CAC: one certificate with its key. */
public enum PkiInstance {
    /** Identity, object 0100. */
    IDENTITY("identity", "A0000000790100"),
    /** E-mail signature, object 0101. */
    EMAIL_SIGNATURE("e-mail signature", "A0000000790101"),
    /** E-mail encryption, object 0102. */
    EMAIL_ENCRYPTION("e-mail encryption", "A0000000790102");

    private final String label;
    private final String aid;

    PkiInstance(String label, String aid) {
        this.label = label;
        this.aid = aid;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Name of the instance on the card. */
    public Aid aid() {
        return new Aid(aid);
    }
}

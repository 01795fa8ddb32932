package org.cacharness.simulator.applet;

/** Status words that the Java Card API does not name, or names otherwise than the card edge does. */
final class StatusWords {
    /** 63CX: X tries left (ISO/IEC 7816-4, status bytes). */
    static final short TRIES_LEFT = 0x63C0;

    /** 61LL: LL bytes more, to be fetched by GET RESPONSE. */
    static final short MORE_DATA = 0x6100;

    /** 6CLL: wrong Le, LL is right. */
    static final short RIGHT_LE = 0x6C00;

    /** 63LL of GET CERTIFICATE: LL bytes more, or that many at least. */
    static final short MORE_OF_CERTIFICATE = 0x6300;

    static final short WRONG_LENGTH = 0x6700;
    static final short NOT_ALLOWED_HERE = 0x6900;
    static final short PIN_MISSING = 0x6982;
    static final short PIN_BLOCKED = 0x6983;
    static final short DATA_INVALID = 0x6984;
    static final short CONDITIONS_NOT_SATISFIED = 0x6985;
    static final short SECURE_MESSAGING_NOT_SUPPORTED = 0x6882;
    static final short CHAINING_NOT_SUPPORTED = 0x6884;
    static final short WRONG_DATA = 0x6A80;
    static final short NOT_FOUND = 0x6A82;
    static final short NO_ROOM = 0x6A84;
    static final short WRONG_P1P2 = 0x6A86;
    static final short REFERENCE_NOT_FOUND = 0x6A88;
    static final short INS_NOT_SUPPORTED = 0x6D00;
    static final short CLA_NOT_SUPPORTED = 0x6E00;

    private StatusWords() {}
}

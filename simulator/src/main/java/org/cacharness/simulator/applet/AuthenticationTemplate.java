package org.cacharness.simulator.applet;

import javacard.framework.JCSystem;

/** The dynamic authentication template 7C (SP 800-73-4 Part 2, table 7): witness 80, challenge 81, response 82, exponentiation 85. */
final class AuthenticationTemplate {
    private static final byte TEMPLATE = 0x7C;
    private static final byte WITNESS = (byte) 0x80;
    private static final byte CHALLENGE = (byte) 0x81;
    private static final byte RESPONSE = (byte) 0x82;
    private static final byte EXPONENTIATION = (byte) 0x85;
    private static final short FIELDS = 6;
    private static final short ABSENT = -1;

    private final Tlv tlv = new Tlv();
    private final short[] offsets = JCSystem.makeTransientShortArray(FIELDS, JCSystem.CLEAR_ON_DESELECT);
    private final short[] lengths = JCSystem.makeTransientShortArray(FIELDS, JCSystem.CLEAR_ON_DESELECT);

    /** Reads one, and tells whether it is well-formed: each field once, none that is unknown, nothing behind. */
    boolean read(byte[] data, short length) {
        for (short i = 0; i < FIELDS; i++) {
            lengths[i] = ABSENT;
        }
        tlv.begin((short) 0, length);
        if (!tlv.next(data) || tlv.tag() != TEMPLATE || tlv.hasNext()) {
            return false;
        }
        tlv.begin(tlv.value(), tlv.length());
        while (tlv.hasNext()) {
            if (!tlv.next(data) || !keepField()) {
                return false;
            }
        }
        return true;
    }

    boolean hasChallenge() {
        return lengths[index(CHALLENGE)] > 0;
    }

    short challenge() {
        return offsets[index(CHALLENGE)];
    }

    short challengeLength() {
        return lengths[index(CHALLENGE)];
    }

    boolean hasExponentiation() {
        return lengths[index(EXPONENTIATION)] > 0;
    }

    short exponentiation() {
        return offsets[index(EXPONENTIATION)];
    }

    short exponentiationLength() {
        return lengths[index(EXPONENTIATION)];
    }

    boolean asksForResponse() {
        return lengths[index(RESPONSE)] == 0;
    }

    /** An empty challenge and nothing else. */
    boolean asksForChallenge() {
        return lengths[index(CHALLENGE)] == 0
                && lengths[index(WITNESS)] == ABSENT
                && lengths[index(RESPONSE)] == ABSENT
                && lengths[index(EXPONENTIATION)] == ABSENT;
    }

    private boolean keepField() {
        byte tag = tlv.tag();
        boolean known = tag == WITNESS || tag == CHALLENGE || tag == RESPONSE || tag == EXPONENTIATION;
        if (!known || lengths[index(tag)] != ABSENT) {
            return false;
        }
        offsets[index(tag)] = tlv.value();
        lengths[index(tag)] = tlv.length();
        return true;
    }

    private static short index(byte tag) {
        return (short) (tag & 0x0F);
    }
}

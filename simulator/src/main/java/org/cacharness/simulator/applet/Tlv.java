package org.cacharness.simulator.applet;

import javacard.framework.JCSystem;

/** Reads BER-TLV fields one after the other, tags of one byte (ISO/IEC 8825-1). */
final class Tlv {
    private static final short NEXT = 0;
    private static final short END = 1;
    private static final short VALUE = 2;
    private static final short LENGTH = 3;

    private final short[] at = JCSystem.makeTransientShortArray((short) 4, JCSystem.CLEAR_ON_DESELECT);
    private final byte[] tag = JCSystem.makeTransientByteArray((short) 1, JCSystem.CLEAR_ON_DESELECT);

    void begin(short offset, short length) {
        at[NEXT] = offset;
        at[END] = (short) (offset + length);
    }

    boolean hasNext() {
        return at[NEXT] < at[END];
    }

    /** Moves to the next field, and tells whether there is a whole one. */
    boolean next(byte[] buffer) {
        return readHeader(buffer) && (short) (at[END] - at[VALUE]) >= at[LENGTH] && skipValue();
    }

    /** Moves into the next field, whose value may end later, and tells whether its tag and length are there. */
    boolean readHeader(byte[] buffer) {
        short offset = at[NEXT];
        if ((short) (at[END] - offset) < 2) {
            return false;
        }
        tag[0] = buffer[offset++];
        short length = (short) (buffer[offset++] & 0xFF);
        if (length > 0x7F) {
            short count = (short) (length & 0x7F);
            if (count < 1 || count > 2 || (short) (at[END] - offset) < count) {
                return false;
            }
            length = 0;
            for (short i = 0; i < count; i++) {
                length = (short) ((short) (length << 8) | (short) (buffer[offset++] & 0xFF));
            }
        }
        at[VALUE] = offset;
        at[LENGTH] = length;
        return length >= 0;
    }

    byte tag() {
        return tag[0];
    }

    short value() {
        return at[VALUE];
    }

    short length() {
        return at[LENGTH];
    }

    private boolean skipValue() {
        at[NEXT] = (short) (at[VALUE] + at[LENGTH]);
        return true;
    }

    /** Writes tag and length in front of a value that is in the buffer already, and returns where they begin. */
    static short wrap(byte[] buffer, short value, short length, byte tag) {
        short start = value;
        buffer[--start] = (byte) length;
        if (length > 0xFF) {
            buffer[--start] = (byte) (length >> 8);
            buffer[--start] = (byte) 0x82;
        } else if (length > 0x7F) {
            buffer[--start] = (byte) 0x81;
        }
        buffer[--start] = tag;
        return start;
    }
}

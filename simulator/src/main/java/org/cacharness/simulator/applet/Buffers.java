package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** The T-file (tags and lengths) and the V-file (values) of one object (GSC-IS 2.1, SimpleTLV containers). */
final class Buffers {
    static final byte T_FILE = 0x01;
    static final byte V_FILE = 0x02;

    private final byte[] tags;
    private final byte[] values;

    Buffers(short tagsLength, short valuesLength) {
        tags = new byte[tagsLength];
        values = new byte[valuesLength];
    }

    /** Copies to the start of the APDU buffer what READ BUFFER asks for, and returns how much; less at the file's end. */
    short read(byte[] buffer) {
        byte[] file = file(buffer[ISO7816.OFFSET_CDATA]);
        short offset = Util.getShort(buffer, ISO7816.OFFSET_P1);
        short wanted = (short) (buffer[(short) (ISO7816.OFFSET_CDATA + 1)] & 0xFF);
        // PRE-CONDITION - the offset lies in the file (GSC-IS 2.1, READ BUFFER)
        if (offset < 0 || offset >= file.length) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        short left = (short) (file.length - offset);
        short length = wanted < left ? wanted : left;
        Util.arrayCopyNonAtomic(file, offset, buffer, (short) 0, length);
        return length;
    }

    /** Writes what UPDATE BUFFER carries: the file's kind, then the bytes. */
    void update(byte[] buffer, short length) {
        byte[] file = file(buffer[ISO7816.OFFSET_CDATA]);
        short offset = Util.getShort(buffer, ISO7816.OFFSET_P1);
        short count = (short) (length - 1);
        if (offset < 0 || (short) (offset + count) > file.length) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        Util.arrayCopyNonAtomic(buffer, (short) (ISO7816.OFFSET_CDATA + 1), file, offset, count);
    }

    /** Writes both lengths, low byte first, as GET PROPERTIES has them, and returns the offset after them. */
    short writeLengths(byte[] buffer, short offset) {
        return littleEndian((short) values.length, buffer, littleEndian((short) tags.length, buffer, offset));
    }

    byte[] values() {
        return values;
    }

    private byte[] file(byte kind) {
        if (kind != T_FILE && kind != V_FILE) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        return kind == T_FILE ? tags : values;
    }

    private static short littleEndian(short value, byte[] buffer, short offset) {
        buffer[offset] = (byte) value;
        buffer[(short) (offset + 1)] = (byte) (value >> 8);
        return (short) (offset + 2);
    }
}

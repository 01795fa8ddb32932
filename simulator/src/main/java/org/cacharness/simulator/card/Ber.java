package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Writes BER-TLV fields (ISO/IEC 8825-1), as the objects of the PIV application are made of. */
final class Ber {
    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Ber put(int tag, byte[] value) {
        writeTag(tag);
        writeLength(value.length);
        out.writeBytes(value);
        return this;
    }

    Ber put(int tag, String text) {
        return put(tag, text.getBytes(US_ASCII));
    }

    Ber empty(int tag) {
        return put(tag, NOTHING);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] of(int tag, byte[] value) {
        return new Ber().put(tag, value).bytes();
    }

    private void writeTag(int tag) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            if (shift == 0 || tag >> shift != 0) {
                out.write(tag >> shift);
            }
        }
    }

    private void writeLength(int length) {
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length);
    }
}

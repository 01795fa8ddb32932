package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;

/**
 * A T-file and its V-file (GSC-IS 2.1, SimpleTLV containers): tags with lengths in one, values in the other, each behind its own length.
 *
 * <p>Lengths are little-endian, and FF announces one of two bytes.
 */
final class CardFiles {
    private final ByteArrayOutputStream tags = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    CardFiles put(int tag, byte[] value) {
        tags.write(tag);
        if (value.length < 0xFF) {
            tags.write(value.length);
        } else {
            tags.write(0xFF);
            writeLength(tags, value.length);
        }
        values.writeBytes(value);
        return this;
    }

    byte[] tagFile() {
        return withLength(tags);
    }

    byte[] valueFile() {
        return withLength(values);
    }

    private static byte[] withLength(ByteArrayOutputStream contents) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writeLength(file, contents.size());
        file.writeBytes(contents.toByteArray());
        return file.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        out.write(length & 0xFF);
        out.write(length >> 8);
    }
}

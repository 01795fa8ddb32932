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
    private final boolean framed;

    CardFiles() {
        this(true);
    }

    private CardFiles(boolean framed) {
        this.framed = framed;
    }

    /** One value without a tag, behind its length. */
    static CardFiles opaque(byte[] value) {
        CardFiles files = new CardFiles();
        files.values.writeBytes(value);
        return files;
    }

    /** One value with nothing around it. */
    static CardFiles unframed(byte[] value) {
        CardFiles files = new CardFiles(false);
        files.values.writeBytes(value);
        return files;
    }

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

    private byte[] withLength(ByteArrayOutputStream contents) {
        if (!framed) {
            return contents.toByteArray();
        }
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

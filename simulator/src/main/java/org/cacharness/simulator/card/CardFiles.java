package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

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

    /** The T-file says another length for this tag than its value has; both are of two bytes. */
    CardFiles claiming(int tag, int length) {
        byte[] written = tags.toByteArray();
        tags.reset();
        for (int at = 0; at < written.length; at += (written[at + 1] & 0xFF) == 0xFF ? 4 : 2) {
            if ((written[at] & 0xFF) == tag) {
                written[at + 2] = (byte) length;
                written[at + 3] = (byte) (length >> 8);
            }
        }
        tags.writeBytes(written);
        return this;
    }

    /** The T-file ends so many bytes before its end; below 0, so many bytes after it. */
    CardFiles cutTags(int count) {
        return cut(tags, count);
    }

    /** The V-file ends so many bytes before its end. */
    CardFiles cutValues(int count) {
        return cut(values, count);
    }

    private CardFiles cut(ByteArrayOutputStream file, int count) {
        byte[] written = file.toByteArray();
        file.reset();
        file.writeBytes(Arrays.copyOf(written, written.length - count));
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

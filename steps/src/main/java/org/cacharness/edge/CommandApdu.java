package org.cacharness.edge;

import java.util.Arrays;

/**
 * A short command APDU (ISO/IEC 7816-4), without secrets.
 *
 * <p>Commands that carry a PIN are never made of this class: they are written into an array that is zeroed afterwards, see {@link Pin}.
 */
public final class CommandApdu {
    private static final int MOST_DATA = 255;

    private final byte[] bytes;

    private CommandApdu(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A command without data and without an expected answer (case 1). */
    public static CommandApdu of(int cla, int ins, int p1, int p2) {
        return new CommandApdu(new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2});
    }

    /**
     * The same command with data.
     *
     * @param data 1 to 255 bytes
     */
    public CommandApdu data(byte[] data) {
        if (bytes.length != 4 || data.length < 1 || data.length > MOST_DATA) {
            throw new IllegalArgumentException(
                    "Command " + this + ": expected 1 to 255 bytes of data, once, got " + data.length);
        }
        byte[] whole = Arrays.copyOf(bytes, 5 + data.length);
        whole[4] = (byte) data.length;
        System.arraycopy(data, 0, whole, 5, data.length);
        return new CommandApdu(whole);
    }

    /**
     * The same command with the length of the answer, given last.
     *
     * @param length 1 to 256
     */
    public CommandApdu expecting(int length) {
        if (length < 1 || length > 256) {
            throw new IllegalArgumentException("Command " + this + ": expected an Le of 1 to 256, got " + length);
        }
        byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
        whole[bytes.length] = (byte) length;
        return new CommandApdu(whole);
    }

    /** The bytes to send; a new array each time. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The command's name, for messages. */
    public String name() {
        return CommandNames.of(bytes);
    }

    @Override
    public String toString() {
        return Hex.of(bytes);
    }
}

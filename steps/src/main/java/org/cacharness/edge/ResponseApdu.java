package org.cacharness.edge;

import java.util.Arrays;

/** A response APDU: data, then a status word (ISO/IEC 7816-4). */
public final class ResponseApdu {
    private final byte[] bytes;

    private ResponseApdu(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a response as the card gave it.
     *
     * @throws CardAnswerException if it is too short to be one
     */
    public static ResponseApdu of(byte[] bytes) {
        if (bytes.length < 2) {
            throw new CardAnswerException("Response: expected at least SW1 SW2, got " + bytes.length
                    + " bytes: the reader or its driver is at fault");
        }
        return new ResponseApdu(bytes.clone());
    }

    /** What comes before the status word; a new array each time. */
    public byte[] data() {
        return Arrays.copyOf(bytes, bytes.length - 2);
    }

    /** The last two bytes. */
    public StatusWord statusWord() {
        return new StatusWord((bytes[bytes.length - 2] & 0xFF) << 8 | (bytes[bytes.length - 1] & 0xFF));
    }

    @Override
    public String toString() {
        return "ResponseApdu[" + (bytes.length - 2) + " bytes, " + statusWord() + "]";
    }
}

package org.cacharness.simulator.card;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The card identifier in the CCC's tag F0 (GSC-IS 2.1): fourteen bytes, as hexadecimal text.
 *
 * @param hex 28 hexadecimal digits, upper case
 */
public record CardSerial(String hex) {
    private static final Pattern FOURTEEN_BYTES = Pattern.compile("[0-9A-F]{28}");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is not 28 hexadecimal digits
     */
    public CardSerial {
        hex = hex.toUpperCase(Locale.ROOT);
        if (!FOURTEEN_BYTES.matcher(hex).matches()) {
            throw new IllegalArgumentException("Card serial: expected 28 hexadecimal digits (14 bytes), got \"" + hex
                    + "\": take one from CardSerial.of(number)");
        }
    }

    /** The serial of the card with this number; other numbers give other serials. */
    public static CardSerial of(long number) {
        return new CardSerial("CAFE00000000" + String.format(Locale.ROOT, "%016X", number));
    }

    /** The fourteen bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

package org.cacharness.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Name of an application on a card (ISO/IEC 7816-5).
 *
 * @param hex 5 to 16 bytes as hexadecimal digits, upper case
 */
public record Aid(String hex) {
    // Before the constants, which are checked by it
    private static final Pattern FORM = Pattern.compile("([0-9A-F]{2}){5,16}");

    /** Card Capability Container of a CAC. */
    public static final Aid CCC = new Aid("A000000116DB00");
    /** Access control applet of a CAC, owner of the PIN. */
    public static final Aid ACA = new Aid("A0000000790300");
    /** Person Instance container of a CAC. */
    public static final Aid PERSON = new Aid("A0000000790200");
    /** Access control file of a dual CAC: CHUID, biometrics, security object. */
    public static final Aid ACCESS_CONTROL_FILE = new Aid("A0000001163000");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not 5 to 16 bytes in hexadecimal
     */
    public Aid {
        hex = hex.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("AID: expected 5 to 16 bytes in hexadecimal, got \"" + hex + "\"");
        }
    }

    /** The bytes. */
    public byte[] bytes() {
        return Hex.bytes(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

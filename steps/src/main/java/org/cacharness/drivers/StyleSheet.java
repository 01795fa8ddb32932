package org.cacharness.drivers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A style sheet that a page links.
 *
 * @param name a name that says what is in it, {@code <hash>.css}: equal sheets have equal names
 * @param css its text
 */
public record StyleSheet(String name, String css) {
    private static final int NAME_LENGTH = 16;

    /** A sheet under the name that its text gives it. */
    public static StyleSheet of(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return new StyleSheet(HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH) + ".css", css);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every JDK has it", missing);
        }
    }
}

package org.cacharness.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One byte sequence that gives a secret away. */
final class SecretPattern {
    private static final byte[] MASK = "****".getBytes(StandardCharsets.US_ASCII);

    private final SecretKind kind;
    private final SecretEncoding encoding;
    private final byte[] bytes;
    private final boolean digits;
    private final boolean word;
    private final byte[] replacement;

    /**
     * Describes one.
     *
     * @param kind of the secret
     * @param encoding in which it stands here
     * @param bytes what to look for, at least four
     * @param digits whether it is a number, which counts only where no further digit stands beside it
     */
    SecretPattern(SecretKind kind, SecretEncoding encoding, byte[] bytes, boolean digits) {
        this(kind, encoding, bytes, digits, false, MASK);
    }

    private SecretPattern(
            SecretKind kind, SecretEncoding encoding, byte[] bytes, boolean digits, boolean word, byte[] replacement) {
        this.kind = kind;
        this.encoding = encoding;
        this.bytes = bytes.clone();
        this.digits = digits;
        this.word = word;
        this.replacement = replacement.clone();
    }

    /** The same, hidden behind a pseudonym; text that is no number counts as a whole word only. */
    SecretPattern behind(String pseudonym) {
        byte[] shown = pseudonym.getBytes(StandardCharsets.US_ASCII);
        return new SecretPattern(kind, encoding, bytes, digits, !digits && encoding.isText(), shown);
    }

    /** What is written in its place. */
    byte[] replacement() {
        return replacement.clone();
    }

    /** Whether it counts only where no letter or digit stands beside it. */
    boolean isWord() {
        return word;
    }

    SecretKind kind() {
        return kind;
    }

    SecretEncoding encoding() {
        return encoding;
    }

    boolean isNumber() {
        return digits;
    }

    int length() {
        return bytes.length;
    }

    /** The first four bytes as a number. */
    int prefix() {
        return ((bytes[0] & 0xFF) << 24) | ((bytes[1] & 0xFF) << 16) | ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
    }

    boolean holds(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    boolean standsAt(byte[] text, int start) {
        int end = start + bytes.length;
        return end <= text.length && Arrays.equals(text, start, end, bytes, 0, bytes.length);
    }

    @Override
    public String toString() {
        return "SecretPattern[" + kind + ", " + encoding + ", ****]";
    }
}

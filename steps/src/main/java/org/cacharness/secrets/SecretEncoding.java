package org.cacharness.secrets;

/** How a secret can be written down. */
public enum SecretEncoding {
    PLAIN("plain text"),
    HEX("hex"),
    PIN_BLOCK("hex, padded as a PIN block"),
    BASE64("base64"),
    URL("URL-encoded"),
    JSON("JSON-escaped"),
    MARKUP("HTML- or XML-escaped"),
    UTF16("UTF-16");

    private final String words;

    SecretEncoding(String words) {
        this.words = words;
    }

    /** Whether it leaves words that a person can read, between other words. */
    boolean isText() {
        return this == PLAIN || this == URL || this == JSON || this == MARKUP;
    }

    /** The encoding in words, for a message. */
    public String words() {
        return words;
    }
}

package org.cacharness.secrets;

/** What a secret is. The kind is all that a report may say of it. */
public enum SecretKind {
    /** The number that opens a card; digits, six to eight of them. */
    PIN("PIN"),
    /** The number that unblocks a PIN. */
    PUK("PUK"),
    /** A portal password, the present one or an older one. */
    PASSWORD("password"),
    /** A private key or a private part of one. */
    PRIVATE_KEY("private key"),
    /** The value of a cookie that stands for a session. */
    SESSION_COOKIE("session cookie");

    private final String words;

    SecretKind(String words) {
        this.words = words;
    }

    /** The kind in words, for a message. */
    public String words() {
        return words;
    }

    boolean isNumber() {
        return this == PIN || this == PUK;
    }
}

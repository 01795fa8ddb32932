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
    SESSION_COOKIE("session cookie"),
    /** A person's name, whole or in part. Personal, as all that follow: hidden behind a pseudonym where the run hides people. */
    NAME("name", "name"),
    /** A person's DoD ID number (EDIPI), ten digits, or a number that holds it. */
    DOD_ID("DoD ID number", "edipi"),
    /** The name by which a person logs in to a domain. */
    PRINCIPAL_NAME("UPN", "upn"),
    /** A person's e-mail address. */
    EMAIL("e-mail address", "mail"),
    /** The serial number of a person's certificate. */
    CERTIFICATE_SERIAL("certificate's serial number", "serial"),
    /** The serial number of a person's card. */
    CARD_SERIAL("card's serial number", "card"),
    /** A person's photograph. */
    PHOTOGRAPH("photograph", "photograph");

    private final String words;
    private final String pseudonym;

    SecretKind(String words) {
        this(words, "");
    }

    SecretKind(String words, String pseudonym) {
        this.words = words;
        this.pseudonym = pseudonym;
    }

    /** The kind in words, for a message. */
    public String words() {
        return words;
    }

    /** Whether it is a person's, and no secret in itself. */
    public boolean isPersonal() {
        return !pseudonym.isEmpty();
    }

    /** How its pseudonyms begin. */
    String pseudonym() {
        return pseudonym;
    }

    boolean isNumber() {
        return this == PIN || this == PUK || this == DOD_ID;
    }
}

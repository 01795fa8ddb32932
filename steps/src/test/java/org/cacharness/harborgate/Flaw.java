package org.cacharness.harborgate;

/** What may be wrong with the gate. */
public enum Flaw {
    /** The smart card button lets somebody in whose card is linked to no account. */
    TAKES_ANY_CARD,
    /** The session goes on after somebody left. */
    NEVER_LEAVES,
    /** The desk says the wrong way of signing in. */
    SAYS_THE_WRONG_WAY,
    /** The card page is there for everybody. */
    CARD_PAGE_IS_OPEN,
    /** The card page is somebody else's. */
    SHOWS_ANOTHER_HOLDER,
    /** It says that a card is linked, and links none. */
    LINKS_NOTHING,
    /** Any card of any person is linked. */
    LINKS_ANYBODY,
    /** Nobody looks at a certificate's dates. */
    READS_NO_DATES,
    /** Nobody looks at what a certificate is for. */
    READS_NO_PURPOSE,
    /** The passphrase is not asked for again. */
    ASKS_FOR_NO_PASSPHRASE,
    /** The button that links a card has other words and another class. */
    HAS_ANOTHER_BUTTON,
    /** The last page has no number of the certificate. */
    NAMES_NO_CERTIFICATE
}

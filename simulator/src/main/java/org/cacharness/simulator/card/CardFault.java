package org.cacharness.simulator.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Faults of a card, or of the reader that it is in. Each can be had by its name, and strikes the card of one person.
 *
 * <p>Those that strike while the card works do so once; {@link SimulatedCac#armFault()} makes them strike again.
 */
public enum CardFault {
    /** One wrong PIN was entered somewhere else. */
    TWO_TRIES_LEFT(Place.CARD, "SP 800-73-4 Part 2, 3.2.1", "VERIFY without data: 63C2"),
    /** Two wrong PINs were entered somewhere else. */
    ONE_TRY_LEFT(Place.CARD, "SP 800-73-4 Part 2, 3.2.1", "VERIFY without data: 63C1; after a wrong PIN 63C0"),
    /** Three wrong PINs were entered somewhere else. */
    BLOCKED(Place.CARD, "SP 800-73-4 Part 2, 3.2.1", "VERIFY without data: 63C0; with a PIN: 6983"),
    /** The card takes no PIN of less than six digits. */
    PIN_FORMAT_REFUSED(Place.CARD, "SP 800-73-4 Part 2, 2.4.3", "VERIFY with a shorter PIN: 6A80, no try is spent"),
    /** The card ended yesterday, and its certificates did not. */
    CARD_EXPIRED(Place.CARD, "SP 800-73-4 Part 1, 3.1.2", "the date in the CHUID is yesterday's"),
    /** The certificate is cut off in the middle. */
    CERTIFICATE_CUT_OFF(Place.CARD, "GSC-IS 2.1, PKI container", "tag 70: the first half of the certificate"),
    /** The T-file says that the certificate is shorter than it is. */
    CERTIFICATE_LENGTH_WRONG(Place.CARD, "GSC-IS 2.1, PKI container", "T-file: tag 70 is 16 bytes too short"),
    /** There is a certificate of no bytes. */
    CERTIFICATE_EMPTY(Place.CARD, "GSC-IS 2.1, PKI container", "tag 70 of length 0"),
    /** There is a byte before the certificate. */
    CERTIFICATE_STRAY_BYTE(Place.CARD, "GSC-IS 2.1, PKI container", "tag 70: 00, then the certificate"),
    /** The certificate is said to be compressed, and is not. */
    GZIP_FLAG_ON_PLAIN(Place.CARD, "SP 800-73-4 Part 1, table 10", "71 01 with a plain certificate"),
    /** The certificate is compressed, and is said not to be. */
    GZIP_WITHOUT_FLAG(Place.CARD, "SP 800-73-4 Part 1, table 10", "71 00 with a compressed certificate"),
    /** The certificate becomes 4 MiB when it is decompressed. */
    GZIP_BOMB(Place.CARD, "SP 800-73-4 Part 1, table 10; RFC 1952", "71 01 with 4 MiB of zeros, compressed"),
    /** The T-file ends with a tag that has no length. */
    TAG_FILE_ODD(Place.CARD, "GSC-IS 2.1, SimpleTLV", "T-file: one byte more than its fields"),
    /** The T-file ends in the middle of a length. */
    TAG_LENGTH_CUT_OFF(Place.CARD, "GSC-IS 2.1, SimpleTLV", "T-file: 70 FF and one byte, where two belong"),
    /** The V-file ends before the T-file's fields do. */
    VALUE_FILE_SHORT(Place.CARD, "GSC-IS 2.1, SimpleTLV", "V-file: 200 bytes less than the T-file says"),
    /** The next CCC is this CCC. */
    CCC_POINTS_TO_ITSELF(Place.CARD, "GSC-IS 2.1, card capability container", "CCC, tag FD: its own CardURL"),
    /** A key other than the certificate's: a card that was given new keys, and half of the certificates. */
    WRONG_KEY(Place.CARD, "RFC 8446, 4.4.3", "SIGN/DECRYPT answers 9000 with another key's signature"),
    /** Signatures begin with a zero byte, which the card leaves out. */
    SHORT_SIGNATURE(Place.CARD, "RFC 8017, 8.1.1 and 4.1", "SIGN/DECRYPT answers 255 bytes for a modulus of 256"),
    /** Every signature needs the PIN again. */
    PIN_FOR_EACH_SIGNATURE(Place.CARD, "SP 800-73-4 Part 1, table 5: PIN Always", "SIGN/DECRYPT: 6982 after the first"),
    /** Another program ends the verified state between VERIFY and the signature. */
    LOGIN_LOST(Place.CARD, "OpenSC issues 1531, 1292, 1460", "SIGN/DECRYPT right after VERIFY: 6982"),
    /** An error for which nobody has a name, once, when the card signs. */
    ERROR_6F00(Place.READER, "ISO/IEC 7816-4, status bytes", "SIGN/DECRYPT: 6F00 once"),
    /** The card's memory fails once, when the card signs. */
    ERROR_6581(Place.READER, "ISO/IEC 7816-4, status bytes", "SIGN/DECRYPT: 6581 once"),
    /** The card has no room once, when the card signs. */
    ERROR_6A84(Place.READER, "ISO/IEC 7816-4, status bytes", "SIGN/DECRYPT: 6A84 once"),
    /** The card's memory has a problem once, when the card signs: a status word of older cards. */
    ERROR_9240(Place.READER, "ISO/IEC 7816-4, status bytes; GSM 11.11, 9.4.3", "SIGN/DECRYPT: 9240 once"),
    /** The card is pulled after its certificates were read, before the PIN is asked. */
    PULLED_BEFORE_PIN(Place.READER, "PC/SC Part 3: card removed", "no answer to VERIFY without data, card gone"),
    /** The card is pulled while it signs. */
    PULLED_DURING_SIGN(Place.READER, "PC/SC Part 3: card removed", "no answer to SIGN/DECRYPT, card gone"),
    /** The card is pulled as soon as it has signed, while the page loads. */
    PULLED_DURING_PAGE_LOAD(
            Place.READER, "PC/SC Part 3: card removed", "SIGN/DECRYPT is answered, then the card is gone"),
    /** The card falls silent while it signs, until it loses power. */
    MUTE(Place.READER, "ISO/IEC 7816-3, 10.2: waiting time", "no answer to SIGN/DECRYPT nor to what comes after"),
    /** Every command takes longer. */
    SLOW(Place.READER, "ISO/IEC 7816-3, 10.2: waiting time", "each command takes 25 ms more, SIGN/DECRYPT 1 s"),
    /** The ATR of another maker. */
    ATR_OBERTHUR(Place.READER, "ISO/IEC 7816-3, 8.2", "ATR of an Oberthur dual CAC, T=0"),
    /** The ATR of another maker. */
    ATR_GIESECKE_DEVRIENT(Place.READER, "ISO/IEC 7816-3, 8.2", "ATR of a Giesecke and Devrient dual CAC, T=0"),
    /** The ATR of a card that speaks T=1 only. */
    ATR_T1(Place.READER, "ISO/IEC 7816-3, 8.2", "ATR that offers T=1 only"),
    /** The ATR that readers make up for a card without contacts. */
    ATR_CONTACTLESS(Place.READER, "PC/SC Part 3, 3.1.3.2.3", "ATR 3B 8n 80 01: a card without contacts"),
    /** Another person's card is in a second reader. */
    TWO_READERS(Place.SURROUNDINGS, "PC/SC Part 5: several readers", "two cards answer, each in its reader"),
    /** Another person's card takes the card's place while the PIN is asked. */
    SWAPPED(Place.SURROUNDINGS, "PC/SC Part 3: card removed", "the card is gone before VERIFY, another one is there");

    private final Place place;
    private final String clause;
    private final String wire;

    CardFault(Place place, String clause, String wire) {
        this.place = place;
        this.clause = clause;
        this.wire = wire;
    }

    /** Where a fault lives. */
    public enum Place {
        /** In what the card holds, or how it answers. */
        CARD,
        /** Between card and computer. */
        READER,
        /** In what people do with card and reader. */
        SURROUNDINGS
    }

    /** Finds a fault by its name, for example {@code pulled-during-sign}. */
    public static Optional<CardFault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.label().equals(name))
                .findFirst();
    }

    /** Its name: words with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it lives. */
    public Place place() {
        return place;
    }

    /** The standard that says what is right, or the report that says what went wrong. */
    public String clause() {
        return clause;
    }

    /** What happens on the wire. */
    public String wire() {
        return wire;
    }
}

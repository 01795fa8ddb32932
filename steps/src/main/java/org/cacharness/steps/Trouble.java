package org.cacharness.steps;

import java.util.Arrays;
import java.util.Locale;
import org.cacharness.drivers.FaultName;

/** What is wrong with a CAC, or befalls it, in the words of the scenarios. */
public enum Trouble {
    /** One wrong PIN was entered before. */
    TWO_TRIES_LEFT("comes with two tries left"),
    /** Two wrong PINs were entered before. */
    ONE_TRY_LEFT("comes with one try left"),
    /** Three wrong PINs were entered before. */
    BLOCKED("comes blocked"),
    /** It takes no short PIN. */
    PIN_FORMAT_REFUSED("takes no PIN of less than six digits"),
    /** Its last day is over, that of its certificates is not. */
    CARD_EXPIRED("has expired before its certificates"),
    /** Half of the identity certificate is missing. */
    CERTIFICATE_CUT_OFF("has half of its identity certificate"),
    /** The length of the identity certificate is wrong. */
    CERTIFICATE_LENGTH_WRONG("gives a wrong length for its identity certificate"),
    /** The identity certificate has no bytes. */
    CERTIFICATE_EMPTY("has an empty identity certificate"),
    /** A byte stands before the identity certificate. */
    CERTIFICATE_STRAY_BYTE("has a stray byte before its identity certificate"),
    /** The identity certificate is said to be compressed, and is not. */
    GZIP_FLAG_ON_PLAIN("calls its plain identity certificate compressed"),
    /** The identity certificate is compressed, and is said not to be. */
    GZIP_WITHOUT_FLAG("calls its compressed identity certificate plain"),
    /** The identity certificate grows without measure. */
    GZIP_BOMB("has an identity certificate that unpacks to 4 MiB"),
    /** A tag without a length. */
    TAG_FILE_ODD("has a tag without a length beside its identity certificate"),
    /** A length that is cut off. */
    TAG_LENGTH_CUT_OFF("has half of a length for its identity certificate"),
    /** Values that are cut off. */
    VALUE_FILE_SHORT("has a shorter file than it says for its identity certificate"),
    /** The list of containers goes round. */
    CCC_POINTS_TO_ITSELF("has a list of containers that goes on with itself"),
    /** Another key than the certificate's. */
    WRONG_KEY("has another key than its identity certificate says"),
    /** A zero byte is left out. */
    SHORT_SIGNATURE("leaves out the zero that its signatures begin with"),
    /** The PIN is good for one signature. */
    PIN_FOR_EACH_SIGNATURE("wants the PIN for each signature"),
    /** Another program ends the login. */
    LOGIN_LOST("loses the login to another program before it signs"),
    /** Status word 6F00. */
    ERROR_6F00("answers 6F00 once when it is to sign"),
    /** Status word 6581. */
    ERROR_6581("answers 6581 once when it is to sign"),
    /** Status word 6A84. */
    ERROR_6A84("answers 6A84 once when it is to sign"),
    /** Status word 9240. */
    ERROR_9240("answers 9240 once when it is to sign"),
    /** Pulled between the certificates and the PIN. */
    PULLED_BEFORE_PIN("is pulled before the PIN is asked for"),
    /** Pulled during a signature. */
    PULLED_DURING_SIGN("is pulled while it signs"),
    /** Pulled after the signature. */
    PULLED_DURING_PAGE_LOAD("is pulled while the page loads"),
    /** No answer. */
    MUTE("falls mute while it signs"),
    /** Late answers. */
    SLOW("is slow"),
    /** Another maker's ATR. */
    ATR_OBERTHUR("has the ATR of an Oberthur CAC"),
    /** Another maker's ATR. */
    ATR_GIESECKE_DEVRIENT("has the ATR of a Giesecke and Devrient CAC"),
    /** T=1. */
    ATR_T1("has an ATR that offers T=1 only"),
    /** No contacts. */
    ATR_CONTACTLESS("has the ATR of a card without contacts");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    static Trouble of(String words) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A CAC's trouble: expected words of features/card-faults.feature, got \"" + words + "\""));
    }

    String words() {
        return words;
    }

    FaultName fault() {
        return new FaultName(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

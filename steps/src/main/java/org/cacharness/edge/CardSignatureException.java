package org.cacharness.edge;

import java.security.SignatureException;

/** The card made no signature. */
public final class CardSignatureException extends SignatureException {
    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Reason {
        /** The person cancelled where the PIN was asked for. */
        PIN_NOT_GIVEN,
        /** The card refused the PIN. */
        PIN_REFUSED,
        /** The PIN is blocked. */
        PIN_BLOCKED,
        /** The PIN policy forbade to send the PIN; the cause is a {@link Refusal}. */
        PIN_NOT_SENT,
        /** The card is gone, or the reader failed. */
        CARD_GONE,
        /** The card answered otherwise than a card in order does. */
        CARD_AT_FAULT
    }

    private final Reason reason;

    CardSignatureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    CardSignatureException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why there is no signature. */
    public Reason reason() {
        return reason;
    }
}

package org.cacharness.edge;

/** The card answered, and not as the card edge has it: an unexpected status word, or files that can't be read. */
public final class CardAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was expected. */
    CardAnswerException(String message) {
        super(message);
    }

    /** Says what was expected, and why the answer was none. */
    CardAnswerException(String message, Throwable cause) {
        super(message, cause);
    }

    static CardAnswerException unexpected(String operation, String expected, StatusWord actual, String advice) {
        String meaning = actual.meaning().isEmpty() ? "" : " (" + actual.meaning() + ")";
        return new CardAnswerException(
                operation + ": expected " + expected + ", got " + actual + meaning + ": " + advice);
    }
}

package org.cacharness.edge;

/** The card could not be reached: pulled, mute, or the reader failed. */
public final class CardConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be done.
     *
     * @param message operation, expectation, what happened, and what a person can do
     */
    public CardConnectionException(String message) {
        super(message);
    }

    /**
     * Says what could not be done, and why.
     *
     * @param message operation, expectation, what happened, and what a person can do
     * @param cause what the reader said
     */
    public CardConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}

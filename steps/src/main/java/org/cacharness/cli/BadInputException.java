package org.cacharness.cli;

/** Something that the user gave is wrong. The message is one line: what, where, and what to do. */
public final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public BadInputException(String message) {
        super(message);
    }

    /** Says what is wrong, with what found it; the cause is shown with {@code --verbose} only. */
    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.cacharness.simulator.reader;

/** The virtual reader cannot be had, or does not do what it was asked; the message says what to do. */
public final class VirtualReaderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VirtualReaderException(String message) {
        super(message);
    }

    VirtualReaderException(String message, Throwable cause) {
        super(message, cause);
    }
}

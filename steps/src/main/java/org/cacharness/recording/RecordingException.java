package org.cacharness.recording;

/** A recording cannot be read or written; the message is one line: what was wanted, what is there, what to do. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.cacharness.evidence;

/** A pack cannot be made or read, for a reason that somebody can do something about. The message is one line. */
public final class EvidenceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was expected, what there is, and what to do. */
    public EvidenceException(String message) {
        super(message);
    }

    /** The same, with what found it. */
    public EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}

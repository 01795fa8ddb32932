package org.cacharness.evidence;

/** A pack is not what was signed. The message names the part. */
final class AlteredException extends Exception {
    private static final long serialVersionUID = 1L;

    AlteredException(String message) {
        super(message);
    }
}

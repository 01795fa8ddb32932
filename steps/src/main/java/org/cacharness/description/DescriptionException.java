package org.cacharness.description;

/** A portal description that cannot be used; its message names file, line and what to do. */
public final class DescriptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DescriptionException(String message) {
        super(message);
    }
}

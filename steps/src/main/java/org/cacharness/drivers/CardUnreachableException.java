package org.cacharness.drivers;

import org.cacharness.edge.CardConnectionException;

/** There is no card in the reader, or it went away. */
public final class CardUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardUnreachableException(CardConnectionException cause) {
        super(cause.getMessage(), cause);
    }
}

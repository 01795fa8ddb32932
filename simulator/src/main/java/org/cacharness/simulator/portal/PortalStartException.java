package org.cacharness.simulator.portal;

/** The portal cannot start; the message is one line: what was wanted, what stands in the way, what to do. */
public final class PortalStartException extends RuntimeException {
    PortalStartException(String message, Throwable cause) {
        super(message, cause);
    }
}

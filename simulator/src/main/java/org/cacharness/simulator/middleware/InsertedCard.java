package org.cacharness.simulator.middleware;

import java.security.cert.X509Certificate;
import java.util.List;

/** The reader as the middleware sees it. */
@FunctionalInterface
public interface InsertedCard {
    /**
     * Reads the certificates from the card that is in the reader at this moment.
     *
     * @return in the order of the card's PKI applet instances
     * @throws CardAbsentException if there is no card
     */
    List<X509Certificate> certificates() throws CardAbsentException;
}

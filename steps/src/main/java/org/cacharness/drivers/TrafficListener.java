package org.cacharness.drivers;

import java.io.IOException;
import java.net.URI;

/** Somebody who is told everything that goes between a computer's browsers and the portal. */
public interface TrafficListener {
    /** Listens to nothing. */
    TrafficListener NOBODY = new TrafficListener() {
        @Override
        public void answered(Exchange exchange) {}

        @Override
        public void unanswered(URI address, IOException problem) {}

        @Override
        public void shookHands(Handshake handshake) {}
    };

    /** A request was answered. */
    void answered(Exchange exchange);

    /**
     * A request was not: the handshake failed at one of its sides, or the connection was closed.
     *
     * @param problem as the browser met it
     */
    void unanswered(URI address, IOException problem);

    /** A request was answered, and the browser has not kept all of the answer. */
    default void incomplete(URI address) {}

    /** A handshake is over, whole or failed. */
    void shookHands(Handshake handshake);

    /**
     * What came of a handshake.
     *
     * @param server host and port
     * @param protocol that was agreed on, as JSSE names it; empty if none was
     * @param suite that was agreed on, as JSSE names it; empty if none was
     * @param asksForCertificate whether the server asked for the client's certificate; a resumed session does not ask
     * @param authorities how many issuers the server named when it asked
     */
    record Handshake(String server, String protocol, String suite, boolean asksForCertificate, int authorities) {}
}

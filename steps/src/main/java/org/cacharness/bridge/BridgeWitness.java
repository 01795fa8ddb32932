package org.cacharness.bridge;

import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** Somebody who is told what becomes of a bridge's connections to the portal; called in their threads. */
@FunctionalInterface
public interface BridgeWitness {
    /** The handshake of a connection has succeeded or failed. */
    void shookHands(SSLSocket portal);

    /**
     * A connection could not be made, or its handshake failed at this side or at the portal's.
     *
     * @param problem as this side met it
     */
    default void brokeOff(Origin portal, IOException problem) {}
}

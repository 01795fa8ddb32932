package org.cacharness.drivers.headless;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.cacharness.bridge.BridgeWitness;
import org.cacharness.bridge.Origin;
import org.cacharness.drivers.Traffic;

/**
 * Tells a computer's traffic what becomes of the connections that a bridge makes for its browser. The browser learns of a handshake that
 * failed, but not whether at the portal or at the card; so it is asked only where the bridge has nothing to say.
 */
final class WatchedBridge implements BridgeWitness {
    private final Traffic traffic;
    private final Set<Origin> brokenOff = ConcurrentHashMap.newKeySet();

    WatchedBridge(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void shookHands(SSLSocket portal) {
        traffic.handshakeIsOver(portal);
    }

    @Override
    public void brokeOff(Origin portal, IOException problem) {
        brokenOff.add(portal);
        traffic.unanswered(URI.create("https://" + portal + "/"), problem);
    }

    /** The browser got no answer. */
    void unanswered(URI address, String said) {
        if (!brokenOff.remove(Origin.of(address))) {
            traffic.unanswered(address, new IOException(said));
        }
    }
}

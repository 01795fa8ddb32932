package org.cacharness.bridge;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A proxy for one browser (RFC 9110, 9.3.6) that presents the certificate of a card in the browser's place: for browsers that
 * have no way to the card, because they are headless or run elsewhere.
 *
 * <p>For the portal's origins TLS ends here and is begun anew; the card makes the signature, and what browser and portal say to
 * each other passes unread, in whatever application protocol they chose. Everything else passes untouched. A portal whose
 * certificate is no good is met by the browser itself, and an alert of the portal is handed on, so that the browser shows what it
 * would have shown without the bridge.
 *
 * <p>It listens on loopback alone, at a port of its own, or behind a {@link Gate} that asks for credentials.
 */
public final class TlsBridge implements AutoCloseable {
    private final Visits visits = new Visits();
    private final BridgedConnection connection;
    private Entrance entrance = Entrance.CLOSED;

    private TlsBridge(BridgeTls tls, Predicate<Origin> portal) {
        this.connection =
                new BridgedConnection(tls, portal, new ReentrantLock(true), visits.threads(), visits.sockets());
    }

    /**
     * Starts a bridge on a free port.
     *
     * @param tls both sides of it
     * @param portal which origins get the certificate of the card
     */
    public static TlsBridge start(BridgeTls tls, Predicate<Origin> portal) {
        TlsBridge bridge = new TlsBridge(tls, portal);
        ServerSocket listener = Visits.listener(0);
        bridge.entrance = new Entrance(
                new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()),
                Optional.empty(),
                () -> Relay.close(listener));
        bridge.visits.receive(listener, bridge.connection::serve);
        return bridge;
    }

    /** Starts a bridge behind a gate, for a browser that shows its {@link #credentials}. */
    public static TlsBridge start(BridgeTls tls, Predicate<Origin> portal, Gate gate) {
        TlsBridge bridge = new TlsBridge(tls, portal);
        ProxyCredentials credentials = gate.leadTo(
                (browser, head) -> bridge.visits.serve(browser, socket -> bridge.connection.serve(socket, head)));
        bridge.entrance = new Entrance(gate.address(), Optional.of(credentials), () -> gate.forget(credentials));
        return bridge;
    }

    /** The proxy that the browser has to use for https. */
    public InetSocketAddress address() {
        return entrance.address();
    }

    /** What the browser has to show there; empty if the port is the bridge's own. */
    public Optional<ProxyCredentials> credentials() {
        return entrance.credentials();
    }

    /** How many connections are open, counted at both sides. */
    int connections() {
        return visits.sockets().count();
    }

    /** Ends all connections, and lets no one in any more. */
    @Override
    public void close() {
        entrance.end().run();
        visits.close();
    }

    private record Entrance(InetSocketAddress address, Optional<ProxyCredentials> credentials, Runnable end) {
        static final Entrance CLOSED = new Entrance(new InetSocketAddress(0), Optional.empty(), () -> {});
    }
}

package org.cacharness.bridge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The one port where browsers that run elsewhere reach their bridges. A browser shows credentials (RFC 9110, 11.7), which say which
 * bridge is its own; without any that are known it gets nothing. So one tunnel is enough for a whole run, and whoever else
 * finds its end cannot use it.
 *
 * <p>Beside the bridges a browser reaches one site without TLS, the one with the certificate chooser. It listens on loopback alone.
 */
public final class Gate implements AutoCloseable {
    private static final String WHO =
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"TLS bridge\"";

    private final ServerSocket listener;
    private final URI site;
    private final Visits visits = new Visits();
    private final Map<String, BiConsumer<Socket, RequestHead>> bridges = new ConcurrentHashMap<>();

    private Gate(ServerSocket listener, URI site) {
        this.listener = listener;
        this.site = site;
    }

    /**
     * Opens it.
     *
     * @param port 0 for a free one
     * @param site http address of the site without TLS
     */
    public static Gate open(int port, URI site) {
        Gate gate = new Gate(Visits.listener(port), site);
        gate.visits.receive(gate.listener, gate::admit);
        return gate;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Makes credentials for whatever serves one browser. */
    ProxyCredentials leadTo(BiConsumer<Socket, RequestHead> bridge) {
        ProxyCredentials credentials = ProxyCredentials.random();
        bridges.put(credentials.authorization(), bridge);
        return credentials;
    }

    void forget(ProxyCredentials credentials) {
        bridges.remove(credentials.authorization());
    }

    private void admit(Socket browser) throws IOException, InterruptedException {
        RequestHead head = RequestHead.read(browser.getInputStream());
        BiConsumer<Socket, RequestHead> bridge =
                bridges.get(head.field("Proxy-Authorization").orElse(""));
        if (bridge == null) {
            BridgedConnection.refuse(browser, WHO);
        } else if (head.authority().filter(site.getAuthority()::equals).isPresent()) {
            showSite(browser, head);
        } else {
            bridge.accept(browser, head);
        }
    }

    private void showSite(Socket browser, RequestHead head) throws IOException, InterruptedException {
        Socket server = visits.sockets().opened(new Socket());
        try {
            PortalConnection.connect(server, new Origin("localhost", site.getPort()));
            server.getOutputStream().write(head.handedOn());
            Relay.between(browser, server, visits.threads());
        } finally {
            visits.sockets().ended(server);
        }
    }

    /** Ends all connections and the listener. */
    @Override
    public void close() {
        Relay.close(listener);
        visits.close();
    }
}

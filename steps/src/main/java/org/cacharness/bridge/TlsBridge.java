package org.cacharness.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
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
 * <p>It listens on loopback alone.
 */
public final class TlsBridge implements AutoCloseable {
    private static final int CLOSING_SECONDS = 5;

    private final ServerSocket listener;
    private final ExecutorService threads;
    private final BridgedConnection connection;
    private final OpenSockets sockets = new OpenSockets();

    private TlsBridge(ServerSocket listener, BridgeTls tls, Predicate<Origin> portal) {
        this.listener = listener;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "tls-bridge");
            thread.setDaemon(true);
            return thread;
        });
        this.connection = new BridgedConnection(tls, portal, new ReentrantLock(true), threads, sockets);
    }

    /**
     * Starts a bridge on a free port.
     *
     * @param tls both sides of it
     * @param portal which origins get the certificate of the card
     */
    public static TlsBridge start(BridgeTls tls, Predicate<Origin> portal) {
        try {
            TlsBridge bridge = new TlsBridge(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), tls, portal);
            bridge.threads.execute(bridge::accept);
            return bridge;
        } catch (IOException noPort) {
            throw new UncheckedIOException(
                    "TLS bridge: expected a free port on loopback: " + noPort.getMessage(), noPort);
        }
    }

    /** The proxy that the browser has to use for https. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** How many connections are open, counted at both sides. */
    int connections() {
        return sockets.count();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException | RejectedExecutionException closing) {
                // The loop ends where the listener is closed; what else may fail concerns one connection
            }
        }
    }

    private void serve(Socket browser) {
        sockets.opened(browser);
        threads.execute(() -> {
            try {
                browser.setTcpNoDelay(true);
                connection.serve(browser);
            } catch (IOException brokenOff) {
                // The browser sees the end of its connection, and says so
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                sockets.ended(browser);
            }
        });
    }

    /** Ends all connections and the listener. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // It is as closed as it will be
        }
        sockets.closeAll();
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

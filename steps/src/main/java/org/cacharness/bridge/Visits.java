package org.cacharness.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The connections that browsers have open, each with a thread, and the threads and sockets that serve them. */
final class Visits implements AutoCloseable {
    private static final int CLOSING_SECONDS = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tls-bridge");
        thread.setDaemon(true);
        return thread;
    });
    private final OpenSockets sockets = new OpenSockets();

    /** One connection of a browser, from its beginning to its end. */
    interface Visit {
        void of(Socket browser) throws IOException, InterruptedException;
    }

    /**
     * Opens a port on loopback.
     *
     * @param port 0 for a free one
     */
    static ServerSocket listener(int port) {
        try {
            return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(
                    "TLS bridge: expected " + (port == 0 ? "a free port" : "port " + port) + " on loopback to be free: "
                            + noPort.getMessage(),
                    noPort);
        }
    }

    Executor threads() {
        return threads;
    }

    OpenSockets sockets() {
        return sockets;
    }

    /** Serves whoever connects, until the listener is closed. */
    void receive(ServerSocket listener, Visit visit) {
        threads.execute(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket browser = sockets.opened(listener.accept());
                    threads.execute(() -> serve(browser, visit));
                } catch (IOException | RejectedExecutionException closing) {
                    // The loop ends where the listener is closed; what else may fail concerns one connection
                }
            }
        });
    }

    /** Serves one browser in this thread. */
    void serve(Socket browser, Visit visit) {
        sockets.opened(browser);
        try {
            browser.setTcpNoDelay(true);
            visit.of(browser);
        } catch (IOException brokenOff) {
            // The browser sees the end of its connection, and says so
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.ended(browser);
        }
    }

    @Override
    public void close() {
        sockets.closeAll();
        threads.shutdownNow();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

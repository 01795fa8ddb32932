package org.cacharness.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** Hands on what two sides say to each other, byte by byte, until both have ended. */
final class Relay {
    private static final int BUFFER = 16 * 1024;

    private Relay() {}

    /** Returns when both have said all, or one has broken off. Both sockets are closed then. */
    static void between(Socket browser, Socket portal, Executor threads) throws InterruptedException {
        CountDownLatch requests = new CountDownLatch(1);
        threads.execute(() -> {
            handOn(browser, portal);
            requests.countDown();
        });
        handOn(portal, browser);
        requests.await();
        close(browser);
        close(portal);
    }

    private static void handOn(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException brokenOff) {
            close(from);
            close(to);
        }
    }

    /** Flushes whatever has come, because the other side may be waiting for just that. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            to.write(buffer, 0, length);
            to.flush();
        }
    }

    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it will be
        }
    }
}

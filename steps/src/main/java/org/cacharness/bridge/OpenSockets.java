package org.cacharness.bridge;

import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** The sockets of a bridge, so that closing it wakes whoever waits at one. */
final class OpenSockets {
    private final Set<Socket> open = new HashSet<>();
    private boolean closed;

    /** Remembers a socket; one that comes too late is closed at once. */
    synchronized <T extends Socket> T opened(T socket) {
        if (closed) {
            Relay.close(socket);
        } else {
            open.add(socket);
        }
        return socket;
    }

    synchronized void ended(Socket socket) {
        open.remove(socket);
        Relay.close(socket);
    }

    synchronized void closeAll() {
        closed = true;
        open.forEach(Relay::close);
        open.clear();
    }

    synchronized int count() {
        return open.size();
    }
}

package org.cacharness.drivers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What went between a computer's browsers and the portal, as far as the browsers let it be seen: requests for pages, and TLS
 * handshakes. Safe for several threads, for a browser may load in its own.
 */
public final class Traffic {
    private final List<String> exchanges = new ArrayList<>();
    private final List<String> handshakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** A request and what answered it. */
    synchronized void exchanged(String line) {
        exchanges.add(line);
    }

    /**
     * Something that a handshake agreed on or asked for. It is kept once: whether a connection is made anew depends on how long the
     * last one was idle, and says nothing of the portal.
     */
    synchronized void agreed(String line) {
        if (known.add(line)) {
            handshakes.add(line);
        }
    }

    /** The exchanges since this was last asked. */
    public synchronized List<String> newExchanges() {
        List<String> fresh = List.copyOf(exchanges);
        exchanges.clear();
        return fresh;
    }

    /** What handshakes brought that is new, since this was last asked. */
    public synchronized List<String> newHandshakes() {
        List<String> fresh = List.copyOf(handshakes);
        handshakes.clear();
        return fresh;
    }
}

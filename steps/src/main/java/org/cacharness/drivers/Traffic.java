package org.cacharness.drivers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;

/**
 * What went between a computer's browsers and the portal, as far as the browsers let it be seen: requests for pages, and TLS
 * handshakes. Safe for several threads, for a browser may load in its own.
 */
public final class Traffic {
    private final List<String> exchanges = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> handshakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final EventLog events = new EventLog();
    private final Handshakes ofBrowsers = new Handshakes();
    private volatile TrafficListener listener = TrafficListener.NOBODY;

    /** From now on this is told everything, whole, with the values that are kept nowhere else. */
    public void tell(TrafficListener whoever) {
        listener = whoever;
    }

    TrafficListener listener() {
        return listener;
    }

    /** Whether somebody wants to be told whole exchanges, which cost a copy of each answer. */
    boolean isListenedTo() {
        return listener != TrafficListener.NOBODY;
    }

    /**
     * A request and what answered it.
     *
     * @param began when it was sent
     * @param asked method and path
     * @param answer status, and where a redirect leads
     * @param host whom it was sent to
     * @param matter headers of the answer that matter, {@code name: value}
     */
    synchronized void exchanged(Instant began, String asked, String answer, String host, List<String> matter) {
        String line = asked + " → " + answer;
        exchanges.add(line);
        matter.forEach(header -> headers.add(asked + ": " + header));
        List<String> details = new ArrayList<>(List.of("host: " + host));
        details.addAll(matter);
        events.add(TimelineEvent.since(began, Layer.HTTP, line, details));
    }

    /** Watches the handshakes of the embedded browsers. */
    Handshakes handshakes() {
        return ofBrowsers;
    }

    /** A browser has used its connections, so their handshakes are over, whole or failed. */
    void handshakesAreOver() {
        ofBrowsers.takeNew(listener).forEach(events::add);
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

    /** Exchanges and handshakes since this was last asked, each handshake with its instant. */
    public List<TimelineEvent> newEvents() {
        return events.takeNew();
    }

    /** The exchanges since this was last asked. */
    public synchronized List<String> newExchanges() {
        List<String> fresh = List.copyOf(exchanges);
        exchanges.clear();
        return fresh;
    }

    /** The headers that matter of the answers since this was last asked, {@code METHOD PATH: name: value}. */
    public synchronized List<String> newHeaders() {
        List<String> fresh = List.copyOf(headers);
        headers.clear();
        return fresh;
    }

    /** What handshakes brought that is new, since this was last asked. */
    public synchronized List<String> newHandshakes() {
        List<String> fresh = List.copyOf(handshakes);
        handshakes.clear();
        return fresh;
    }
}

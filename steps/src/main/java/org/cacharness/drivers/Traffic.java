package org.cacharness.drivers;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
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
    public boolean isListenedTo() {
        return listener != TrafficListener.NOBODY;
    }

    /** A request and its answer, whole. */
    public void exchanged(Exchange exchange) {
        listener.answered(exchange);
    }

    /** A request was answered, and the browser has not kept all of the answer. */
    public void incomplete(URI address) {
        listener.incomplete(address);
    }

    /** A request was not answered. */
    public void unanswered(URI address, IOException problem) {
        listener.unanswered(address, problem);
    }

    /**
     * A request, and what answered it. Pages, redirects and failures are kept.
     *
     * @param began when it was sent
     * @param took until it was answered
     * @param mimeType of the answer, without parameters
     * @param headers of the answer
     */
    public void answered(
            Instant began,
            Duration took,
            String method,
            URL address,
            int status,
            String mimeType,
            List<Exchange.Field> headers) {
        if (KeptAnswer.isTold(status, mimeType)) {
            keep(began, took, KeptAnswer.of(method, address, status, headers));
        }
    }

    private synchronized void keep(Instant began, Duration took, KeptAnswer kept) {
        String line = kept.asked() + " → " + kept.answer();
        exchanges.add(line);
        kept.headers().forEach(header -> headers.add(kept.asked() + ": " + header));
        List<String> details = new ArrayList<>(List.of("host: " + kept.host()));
        details.addAll(kept.headers());
        events.add(new TimelineEvent(began, took, Layer.HTTP, line, details, TimelineEvent.NO_PAGE));
    }

    /** A browser that shakes hands itself says what was agreed on; the same is kept once. */
    public synchronized void agreed(Instant when, String line) {
        if (!known.contains(line)) {
            agreed(line);
            events.add(TimelineEvent.at(when, Layer.TLS, line));
        }
    }

    /** A handshake towards the portal has succeeded or failed. */
    public void handshakeIsOver(Socket socket) {
        ofBrowsers.isOver(socket);
    }

    /** Tells of the handshakes that are over; one may be under way, and wait for the person who asks here. */
    public void tellHandshakes() {
        ofBrowsers.takeOver(listener).forEach(events::add);
    }

    /** Watches the handshakes that this process makes for the computer's browsers. */
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

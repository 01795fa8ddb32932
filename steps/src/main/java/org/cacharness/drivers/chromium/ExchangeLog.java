package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cacharness.drivers.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * Whole exchanges of a Chromium with the portal, from the events of the DevTools domain Network: for whoever records the portal.
 * What came out of the browser's own cache was not said by the portal, and is left out.
 */
public final class ExchangeLog {
    private final ExchangeReader reader;
    private final BiConsumer<URI, String> unanswered;
    private final Traffic traffic;
    private final Map<String, Deque<JsonNode>> rawRequests = new HashMap<>();
    private final Map<String, Deque<JsonNode>> rawAnswers = new HashMap<>();
    private final Map<String, JsonNode> sent = new HashMap<>();
    private final Map<String, JsonNode> answered = new LinkedHashMap<>();
    private final Set<String> fromCache = new HashSet<>();
    private final List<Over> over = new ArrayList<>();

    /**
     * Nothing was sent yet.
     *
     * @param browser is asked for bodies
     * @param unanswered is told each request without an answer, and what the browser says of it
     * @param traffic is told the others
     */
    public ExchangeLog(Asked browser, BiConsumer<URI, String> unanswered, Traffic traffic) {
        this.reader = new ExchangeReader(browser);
        this.unanswered = unanswered;
        this.traffic = traffic;
    }

    /** Whoever has the windows. */
    @FunctionalInterface
    public interface Asked {
        /**
         * A window's answer to a command; none where the window is closed, or refuses.
         *
         * @param session of the window
         */
        Optional<JsonNode> ask(String session, String command, Map<String, ?> parameters);
    }

    /**
     * Tells what is complete. What was sent and received in fact (cookies are in nothing else) the browser says in events of their own, which
     * may come later than all others.
     *
     * @param events what happened in the windows since this was last called, in order
     */
    public void tell(List<JsonNode> events) {
        events.forEach(event -> keepRaw(event.path("method").asText(), event.path("params")));
        events.forEach(this::happened);
        for (Iterator<Over> waiting = over.iterator(); waiting.hasNext(); ) {
            Over next = waiting.next();
            if (isWhole(next)) {
                waiting.remove();
                tell(next);
            }
        }
    }

    /** Nothing more will happen: what is not whole yet never will be. */
    public void end() {
        over.stream()
                .filter(one -> isOfPortal(one.request()))
                .forEach(one -> traffic.incomplete(URI.create(address(one.request()))));
        over.clear();
    }

    private boolean isWhole(Over one) {
        String id = id(one.request());
        return !one.hasRaw() || (has(rawRequests, id) && has(rawAnswers, id));
    }

    private static boolean has(Map<String, Deque<JsonNode>> kept, String id) {
        return !kept.getOrDefault(id, new ArrayDeque<>()).isEmpty();
    }

    private void keepRaw(String method, JsonNode event) {
        switch (method) {
            case "Network.requestWillBeSentExtraInfo" -> add(rawRequests, event);
            case "Network.responseReceivedExtraInfo" -> add(rawAnswers, event);
            default -> {
                // Not of those that come at any time
            }
        }
    }

    private static void add(Map<String, Deque<JsonNode>> kept, JsonNode event) {
        kept.computeIfAbsent(id(event), unknown -> new ArrayDeque<>()).add(event);
    }

    private void happened(JsonNode whole) {
        JsonNode event = whole.path("params");
        switch (whole.path("method").asText()) {
            case "Network.requestWillBeSent" -> {
                if (event.has("redirectResponse")) {
                    redirected(event);
                }
                sent.put(id(event), event);
            }
            case "Network.requestServedFromCache" -> fromCache.add(id(event));
            case "Network.responseReceived" -> answered.put(id(event), event);
            case "Network.loadingFinished" ->
                complete(id(event), whole.path("sessionId").asText());
            case "Network.loadingFailed" -> failed(event);
            default -> {
                // Says nothing of an exchange
            }
        }
    }

    private void redirected(JsonNode event) {
        JsonNode request = sent.get(id(event));
        if (request != null) {
            over.add(new Over(
                    request,
                    event.path("redirectResponse"),
                    event.path("redirectHasExtraInfo").asBoolean(),
                    ""));
        }
    }

    private void complete(String id, String session) {
        JsonNode request = sent.remove(id);
        JsonNode event = answered.remove(id);
        boolean cached = fromCache.remove(id);
        if (request != null && event != null && !cached) {
            over.add(new Over(
                    request, event.path("response"), event.path("hasExtraInfo").asBoolean(), session));
        }
    }

    /** Where the answer had begun, that is what is known of it; what was cancelled, nobody waits for. */
    private void failed(JsonNode event) {
        JsonNode request = sent.get(id(event));
        boolean ended =
                answered.containsKey(id(event)) || event.path("canceled").asBoolean();
        if (request != null && !ended && isOfPortal(request)) {
            unanswered.accept(
                    URI.create(address(request)), event.path("errorText").asText());
        }
        complete(id(event), "");
    }

    private static boolean isOfPortal(JsonNode request) {
        return address(request).startsWith("https:");
    }

    private static String address(JsonNode request) {
        return request.at("/request/url").asText();
    }

    private void tell(Over one) {
        JsonNode request = one.request();
        JsonNode response = one.response();
        String session = one.session();
        String id = id(request);
        JsonNode raw = one.hasRaw() ? next(rawAnswers, id) : null;
        JsonNode asSent = one.hasRaw() ? next(rawRequests, id) : null;
        if (!isOfPortal(request) || response.path("fromDiskCache").asBoolean()) {
            return;
        }
        reader.read(request, response, raw, asSent, session)
                .ifPresentOrElse(traffic::exchanged, () -> traffic.incomplete(URI.create(address(request))));
    }

    private static @Nullable JsonNode next(Map<String, Deque<JsonNode>> kept, String id) {
        Deque<JsonNode> left = kept.get(id);
        JsonNode next = left == null ? null : left.poll();
        if (left != null && left.isEmpty()) {
            kept.remove(id);
        }
        return next;
    }

    /**
     * A request that is over.
     *
     * @param request the event that told it
     * @param response as the browser uses it
     * @param hasRaw whether what went over the network is told, too
     * @param session of the window that has the body; empty where there is none
     */
    private record Over(JsonNode request, JsonNode response, boolean hasRaw, String session) {}

    private static String id(JsonNode event) {
        return event.path("requestId").asText();
    }
}

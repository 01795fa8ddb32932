package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Traffic;
import org.cacharness.timeline.RunClock;
import org.jspecify.annotations.Nullable;

/**
 * What a Chromium has sent and received, from the events of the DevTools domain Network.
 * What a page loads by itself while nobody waits for it, its icon for example, is left out.
 */
public final class NetworkLog {
    private static final String BY_ITSELF = "Other";

    private final Map<String, Request> sent = new HashMap<>();
    private final Map<String, Deque<JsonNode>> raw = new HashMap<>();

    /**
     * Tells what went through windows.
     *
     * @param events what happened in them, in order
     * @param told who is told
     */
    public void tell(List<JsonNode> events, Listener told) {
        events.stream()
                .filter(event -> event.path("method").asText().equals("Network.responseReceivedExtraInfo"))
                .map(event -> event.path("params"))
                .forEach(extra -> raw.computeIfAbsent(id(extra), unknown -> new ArrayDeque<>())
                        .add(extra));
        events.forEach(event -> happened(event.path("method").asText(), event.path("params"), told));
    }

    private void happened(String method, JsonNode event, Listener told) {
        switch (method) {
            case "Network.requestWillBeSent" -> {
                JsonNode redirect = event.path("redirectResponse");
                if (!redirect.isMissingNode()) {
                    answered(event, redirect, event.path("redirectHasExtraInfo").asBoolean(), told);
                }
                sent.put(id(event), Request.of(event));
            }
            case "Network.responseReceived" ->
                answered(
                        event,
                        event.path("response"),
                        event.path("hasExtraInfo").asBoolean(),
                        told);
            default -> {
                // Nothing that is told
            }
        }
    }

    private void answered(JsonNode event, JsonNode response, boolean hasRaw, Listener told) {
        String id = id(event);
        Request request = sent.remove(id);
        JsonNode whole = hasRaw ? rawHeaders(id) : null;
        if (request == null || !request.isTold()) {
            return;
        }
        told.answered(new Answer(
                began(request.wallTime()),
                seconds(event.path("timestamp").asDouble() - request.timestamp()),
                request.method(),
                URI.create(request.address()),
                response.path("status").asInt(),
                response.path("mimeType").asText(),
                fields((whole == null ? response : whole).path("headers")),
                response.path("securityDetails")));
    }

    /** Of several answers to one request, which are redirects but for the last, those of the next one. */
    private @Nullable JsonNode rawHeaders(String id) {
        Deque<JsonNode> left = raw.getOrDefault(id, new ArrayDeque<>());
        JsonNode next = left.poll();
        if (left.isEmpty()) {
            raw.remove(id);
        }
        return next;
    }

    /** Values of a header that came more than once are in lines. */
    static List<Exchange.Field> fields(JsonNode headers) {
        List<Exchange.Field> fields = new ArrayList<>();
        headers.properties()
                .forEach(header -> header.getValue()
                        .asText()
                        .lines()
                        .forEach(value -> fields.add(new Exchange.Field(header.getKey(), value))));
        return fields;
    }

    /** The browser has the system's clock. */
    private static Instant began(double wallTime) {
        Instant now = RunClock.utc().instant();
        return now.minus(seconds(System.currentTimeMillis() / 1e3 - wallTime));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static String id(JsonNode event) {
        return event.path("requestId").asText();
    }

    /** As JSSE names it. */
    private static String version(JsonNode tls) {
        return tls.path("protocol").asText().replace("TLS ", "TLSv");
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Chromium's network log: expected an address, got another", e);
        }
    }

    /**
     * What has to be known of a request until it is answered; not what it sent, which may be a password.
     *
     * @param wallTime when it was sent, in seconds since 1970
     * @param timestamp the same in seconds of the browser's steady clock
     * @param type what the browser takes the answer for
     */
    private record Request(double wallTime, double timestamp, String method, String address, String type) {
        static Request of(JsonNode event) {
            return new Request(
                    event.path("wallTime").asDouble(),
                    event.path("timestamp").asDouble(),
                    event.at("/request/method").asText(),
                    event.at("/request/url").asText(),
                    event.path("type").asText());
        }

        /** The page that a browser begins with is made of its address. */
        boolean isTold() {
            return !type.equals(BY_ITSELF) && address.startsWith("http");
        }
    }

    /** Whoever is told. */
    @FunctionalInterface
    public interface Listener {
        /** A request was answered. */
        void answered(Answer answer);

        /** Who keeps what went through the windows of a computer. */
        static Listener keeping(Traffic traffic) {
            return answer -> traffic.answered(
                    answer.began(),
                    answer.took(),
                    answer.method(),
                    url(answer.address()),
                    answer.status(),
                    answer.mimeType(),
                    answer.headers());
        }

        /** The same, where the browser itself has shaken hands with the portal. */
        static Listener keepingTls(Traffic traffic) {
            Listener http = keeping(traffic);
            return answer -> {
                http.answered(answer);
                JsonNode tls = answer.security();
                if (!tls.isMissingNode()) {
                    traffic.agreed(
                            answer.began(),
                            answer.address().getHost() + ": "
                                    + version(tls) + ", "
                                    + tls.path("cipher").asText() + ", server "
                                    + tls.path("subjectName").asText());
                }
            };
        }
    }

    /**
     * A request and its answer.
     *
     * @param began when it was sent
     * @param took until the answer began to come
     * @param mimeType of the answer
     * @param headers of the answer, as they were received
     * @param security what Chromium says of the connection, or a missing node
     */
    public record Answer(
            Instant began,
            Duration took,
            String method,
            URI address,
            int status,
            String mimeType,
            List<Exchange.Field> headers,
            JsonNode security) {}
}

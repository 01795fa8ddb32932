package org.cacharness.drivers.chromium;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * Whole exchanges of a Chromium with the portal, from the events of the DevTools domain Network: for whoever records the portal.
 * What came out of the browser's own cache was not said by the portal, and is left out.
 */
public final class ExchangeLog {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:-]+)");
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, NOT_MODIFIED);

    private final Asked browser;
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
        this.browser = browser;
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
        URI place = URI.create(address(request));
        List<Exchange.Field> headers = headers(response, raw);
        Charset charset = charset(headers);
        Optional<byte[]> body = session.isEmpty() ? Optional.of(new byte[0]) : body(id, session, charset);
        int status = response.path("status").asInt();
        if (body.isEmpty() && !WITHOUT_BODY.contains(status)) {
            traffic.incomplete(place);
            return;
        }
        traffic.exchanged(new Exchange(
                request.at("/request/method").asText(),
                place,
                cookies(asSent),
                form(request, session),
                status,
                headers,
                body.orElseGet(() -> new byte[0]),
                charset));
    }

    private static @Nullable JsonNode next(Map<String, Deque<JsonNode>> kept, String id) {
        Deque<JsonNode> left = kept.get(id);
        JsonNode next = left == null ? null : left.poll();
        if (left != null && left.isEmpty()) {
            kept.remove(id);
        }
        return next;
    }

    /** Where the portal said that nothing had changed, the headers are those of what had not. */
    private static List<Exchange.Field> headers(JsonNode response, @Nullable JsonNode raw) {
        boolean unchanged = raw != null && raw.path("statusCode").asInt() == NOT_MODIFIED;
        return NetworkLog.fields((raw == null || unchanged ? response : raw).path("headers"));
    }

    private static Charset charset(List<Exchange.Field> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> CHARSET.matcher(header.value()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(Charset::isSupported)
                .findFirst()
                .map(Charset::forName)
                .orElse(UTF_8);
    }

    private Optional<byte[]> body(String id, String session, Charset charset) {
        return browser.ask(session, "Network.getResponseBody", Map.of("requestId", id))
                .map(answer -> answer.path("base64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(answer.path("body").asText())
                        : answer.path("body").asText().getBytes(charset));
    }

    private static Map<String, String> cookies(@Nullable JsonNode asSent) {
        Map<String, String> cookies = new LinkedHashMap<>();
        if (asSent != null) {
            NetworkLog.fields(asSent.path("headers")).stream()
                    .filter(header -> header.name().equalsIgnoreCase("Cookie"))
                    .flatMap(header -> Arrays.stream(header.value().split(";", -1)))
                    .map(String::strip)
                    .filter(cookie -> cookie.contains("="))
                    .forEach(cookie -> cookies.putIfAbsent(
                            cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1)));
        }
        return cookies;
    }

    private List<Exchange.Field> form(JsonNode event, String session) {
        JsonNode request = event.path("request");
        String type = NetworkLog.fields(request.path("headers")).stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> header.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return List.of();
        }
        String content = request.has("postData")
                ? request.path("postData").asText()
                : browser.ask(session, "Network.getRequestPostData", Map.of("requestId", id(event)))
                        .map(answer -> answer.path("postData").asText())
                        .orElse("");
        return fields(content);
    }

    /** WHATWG URL, 5.1. */
    private static List<Exchange.Field> fields(String content) {
        List<Exchange.Field> fields = new ArrayList<>();
        for (String pair : content.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                fields.add(new Exchange.Field(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return fields;
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

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String id(JsonNode event) {
        return event.path("requestId").asText();
    }
}

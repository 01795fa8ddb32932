package org.cacharness.drivers.chromium;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.drivers.Exchange;
import org.jspecify.annotations.Nullable;

/** Puts a whole exchange together from what the DevTools domain Network says of it, and asks for the body. */
final class ExchangeReader {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:-]+)");
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, NOT_MODIFIED);

    private final ExchangeLog.Asked browser;

    ExchangeReader(ExchangeLog.Asked browser) {
        this.browser = browser;
    }

    /**
     * The exchange; empty where the browser no longer has all of it.
     *
     * @param request the event {@code requestWillBeSent}
     * @param response as the browser uses it
     * @param raw what was received in fact, where it is told
     * @param asSent what was sent in fact, where it is told
     * @param session of the window that has the body; empty where there is none
     */
    Optional<Exchange> read(
            JsonNode request, JsonNode response, @Nullable JsonNode raw, @Nullable JsonNode asSent, String session) {
        List<Exchange.Field> headers = headers(response, raw);
        Charset charset = charset(headers);
        String id = request.path("requestId").asText();
        Optional<byte[]> body = session.isEmpty() ? Optional.of(new byte[0]) : body(id, session, charset);
        int status = response.path("status").asInt();
        if (body.isEmpty() && !WITHOUT_BODY.contains(status)) {
            return Optional.empty();
        }
        return form(request, session)
                .map(form -> new Exchange(
                        request.at("/request/method").asText(),
                        URI.create(request.at("/request/url").asText()),
                        cookies(asSent),
                        form,
                        status,
                        headers,
                        body.orElseGet(() -> new byte[0]),
                        charset));
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

    /** Empty where the browser no longer has it. */
    private Optional<List<Exchange.Field>> form(JsonNode event, String session) {
        JsonNode request = event.path("request");
        String type = NetworkLog.fields(request.path("headers")).stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> header.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.of(List.of());
        }
        Optional<String> content = request.has("postData")
                ? Optional.of(request.path("postData").asText())
                : browser.ask(
                                session,
                                "Network.getRequestPostData",
                                Map.of("requestId", event.path("requestId").asText()))
                        .map(answer -> answer.path("postData").asText());
        return content.map(ExchangeReader::fields);
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

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}

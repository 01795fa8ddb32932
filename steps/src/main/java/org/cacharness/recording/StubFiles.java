package org.cacharness.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cacharness.drivers.Exchange;

/**
 * Writes what was said to one server as WireMock stubs: one for each request, in {@code mappings}, with its answer's body in
 * {@code __files}. Where the same request comes again, the stubs are states of a WireMock scenario; the last answer stays.
 */
final class StubFiles {
    /** Of one connection, or of one delivery (RFC 9110, 7.6.1); a body is kept decoded. */
    private static final Set<String> NOT_KEPT = Set.of(
            "connection", "content-encoding", "content-length", "date", "keep-alive", "trailer", "transfer-encoding");

    private final Path folder;
    private final UnaryOperator<String> hidden;
    private final Set<String> cookieNames;

    /**
     * Where to write.
     *
     * @param folder a WireMock root
     * @param hidden puts placeholders into a text
     * @param cookieNames all that the conversation knows: a stub says of each that it is there, or that it is not
     */
    StubFiles(Path folder, UnaryOperator<String> hidden, Set<String> cookieNames) {
        this.folder = folder;
        this.hidden = hidden;
        this.cookieNames = new TreeSet<>(cookieNames);
    }

    /** Writes all. */
    void write(List<Exchange> exchanges) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        Files.createDirectories(folder.resolve("__files"));
        List<ObjectNode> requests = exchanges.stream().map(this::request).toList();
        Map<ObjectNode, Integer> times = new HashMap<>();
        Map<ObjectNode, Long> total =
                requests.stream().collect(Collectors.groupingBy(request -> request, Collectors.counting()));
        for (int at = 0; at < exchanges.size(); at++) {
            ObjectNode request = requests.get(at);
            int time = times.merge(request, 1, Integer::sum);
            String name = name(at, exchanges.get(at));
            ObjectNode stub = Contents.JSON.createObjectNode();
            if (total.getOrDefault(request, 1L) > 1) {
                state(stub, requests.indexOf(request), time, total.getOrDefault(request, 1L));
            }
            stub.set("request", request);
            stub.set("response", answer(exchanges.get(at), name));
            Files.writeString(
                    folder.resolve("mappings").resolve(name + ".json"),
                    Contents.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(stub) + "\n");
        }
    }

    private static void state(ObjectNode stub, int request, int time, long last) {
        stub.put("scenarioName", "request-" + (request + 1));
        stub.put("requiredScenarioState", time == 1 ? "Started" : "time-" + time);
        if (time < last) {
            stub.put("newScenarioState", "time-" + (time + 1));
        }
    }

    private ObjectNode request(Exchange exchange) {
        ObjectNode request = Contents.JSON.createObjectNode();
        request.put("method", exchange.method());
        request.put("url", hidden.apply(pathOf(exchange.address())));
        ObjectNode cookies = Contents.JSON.createObjectNode();
        for (String name : cookieNames) {
            String sent = exchange.cookies().get(name);
            ObjectNode cookie = cookies.putObject(name);
            if (sent == null) {
                cookie.put("absent", true);
            } else {
                cookie.put("equalTo", hidden.apply(sent));
            }
        }
        if (!cookies.isEmpty()) {
            request.set("cookies", cookies);
        }
        if (!exchange.form().isEmpty()) {
            request.putArray("bodyPatterns").addObject().put("equalTo", body(exchange.form()));
        }
        return request;
    }

    private String body(List<Exchange.Field> form) {
        return form.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(hidden.apply(field.value())))
                .collect(Collectors.joining("&"));
    }

    private ObjectNode answer(Exchange exchange, String name) throws IOException {
        ObjectNode answer = Contents.JSON.createObjectNode();
        answer.put("status", exchange.status());
        ObjectNode headers = answer.putObject("headers");
        exchange.headers().stream()
                .filter(header -> !NOT_KEPT.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> headers.withArray(header.name()).add(hidden.apply(header.value())));
        byte[] body = exchange.body();
        if (body.length > 0) {
            String file = name + (Texts.isPage(exchange) ? ".html" : Texts.isText(exchange) ? ".txt" : ".bin");
            byte[] kept = Texts.isText(exchange)
                    ? hidden.apply(new String(body, exchange.charset())).getBytes(exchange.charset())
                    : body;
            Files.write(folder.resolve("__files").resolve(file), kept);
            answer.put("bodyFileName", file);
        }
        return answer;
    }

    private String name(int at, Exchange exchange) {
        String words = (exchange.method() + hidden.apply(exchange.address().getPath()))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^(.{1,60}).*", "$1")
                .replaceAll("-$", "");
        return String.format(Locale.ROOT, "%03d-%s", at + 1, words);
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.CdpEndpointFinder;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.WebSocket;

/**
 * One connection to a browser by the Chrome DevTools protocol. Several commands can be on their way at a time; what comes back is taken in
 * the order in which the browser sent it, so that all that had happened before an answer is known when the answer is.
 */
public final class DevToolsConnection implements DevTools, AutoCloseable {
    /** A page that waits for a card, or for a person, is part of what is waited for. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Duration CONNECT = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final Supplier<String> whenGone;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Sent> waiting = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private volatile boolean gone;
    private volatile @Nullable BooleanSupplier running;

    private DevToolsConnection(URI endpoint, Supplier<String> whenGone) {
        this.whenGone = whenGone;
        client = HttpClient.Factory.createDefault()
                .createClient(ClientConfig.defaultConfig().baseUri(endpoint).connectionTimeout(CONNECT));
        socket = client.openSocket(new HttpRequest(HttpMethod.GET, endpoint.toString()), new Ears());
    }

    /**
     * Connects to a browser.
     *
     * @param endpoint of the browser, not of a window
     * @param whenGone what to say where the browser has ended
     */
    public static DevToolsConnection to(URI endpoint, Supplier<String> whenGone) {
        return new DevToolsConnection(endpoint, whenGone);
    }

    /**
     * Connects to a browser of this machine.
     *
     * @param started what its driver said when it had started it
     * @param lastWords what it said, if it has ended
     */
    public static DevToolsConnection to(Capabilities started, Supplier<String> lastWords) {
        URI reported = CdpEndpointFinder.getReportedUri(started)
                .orElseThrow(() -> new IllegalStateException("Chromium: expected it to name its DevTools address"));
        HttpClient.Factory clients = HttpClient.Factory.createDefault();
        ClientConfig config = ClientConfig.defaultConfig().baseUri(reported).connectionTimeout(CONNECT);
        try (HttpClient http = CdpEndpointFinder.getHttpClient(clients, reported, config)) {
            URI endpoint = CdpEndpointFinder.getCdpEndPoint(http)
                    .orElseThrow(() -> new IllegalStateException("Chromium: expected DevTools at " + reported));
            return to(
                    endpoint,
                    () -> "expected a running browser, it has ended; it said: " + lastWords.get()
                            + ": run the scenario again");
        }
    }

    /**
     * Where the connection would stay open without the browser: what is asked whether it still runs, when an answer is late.
     *
     * @param asked in a thread of the JVM's common pool
     */
    public DevToolsConnection aliveWhile(BooleanSupplier asked) {
        running = asked;
        return this;
    }

    private void watch(CompletableFuture<JsonNode> answer, BooleanSupplier stillRunning) {
        CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!answer.isDone()) {
                        if (stillRunning.getAsBoolean()) {
                            watch(answer, stillRunning);
                        } else {
                            giveUp();
                        }
                    }
                });
    }

    /** Whether the browser has ended, or cannot be reached any more. */
    public boolean isGone() {
        return gone;
    }

    @Override
    public JsonNode ask(String command, Map<String, ?> parameters) {
        return answer(command, send(null, command, parameters), Waiting.PLAIN);
    }

    /**
     * Sends a command and does not wait.
     *
     * @param session of a window, or none for the browser
     */
    public CompletableFuture<JsonNode> send(@Nullable String session, String command, Map<String, ?> parameters) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        int id = last.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", command);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        waiting.put(id, new Sent(command, answer));
        if (gone) {
            giveUp();
        } else {
            send(message);
        }
        BooleanSupplier asked = running;
        if (asked != null) {
            watch(answer, asked);
        }
        return answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void send(ObjectNode message) {
        try {
            socket.sendText(message.toString());
        } catch (WebDriverException | UncheckedIOException ended) {
            giveUp();
        }
    }

    /** Waits for what was sent. */
    static JsonNode answer(String command, CompletableFuture<JsonNode> sent, Waiting person) {
        try {
            person.until(sent);
            return sent.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Chromium, " + command + ": interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                throw new IllegalStateException(
                        "Chromium, " + command + ": expected an answer within " + LIMIT.toSeconds()
                                + " s, got none: does it show a dialog that nobody knows?",
                        failed);
            }
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    /** From now on what happens in a window is told, in the thread that reads, until it is closed. */
    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    @Override
    public void close() {
        gone = true;
        socket.close();
        client.close();
        giveUp();
    }

    private void giveUp() {
        gone = true;
        waiting.keySet().forEach(id -> {
            Sent sent = waiting.remove(id);
            if (sent != null) {
                sent.answer()
                        .completeExceptionally(
                                new IllegalStateException("Chromium, " + sent.command() + ": " + whenGone.get()));
            }
        });
    }

    /** How many windows are listened to. */
    int listening() {
        return listeners.size();
    }

    private void happened(JsonNode event) {
        listeners.getOrDefault(event.path("sessionId").asText(), unheard -> {}).accept(event);
        if (event.path("method").asText().equals("Target.detachedFromTarget")) {
            listeners.remove(event.path("params").path("sessionId").asText());
        }
    }

    private void heard(JsonNode message) {
        Sent sent = waiting.remove(message.path("id").asInt());
        if (sent == null) {
            happened(message);
        } else if (message.has("error")) {
            String said = message.path("error").path("message").asText();
            sent.answer().completeExceptionally(new DevToolsException(sent.command(), said));
        } else {
            sent.answer().complete(message.path("result"));
        }
    }

    private record Sent(String command, CompletableFuture<JsonNode> answer) {}

    /** Called by one thread at a time, in order. */
    private final class Ears implements WebSocket.Listener {
        @Override
        public void onText(CharSequence text) {
            try {
                heard(JSON.readTree(text.toString()));
            } catch (JsonProcessingException none) {
                // What it could not read may be a form with a password: its message is not passed on
                heard(MissingNode.getInstance());
            }
        }

        @Override
        public void onClose(int code, String reason) {
            giveUp();
        }

        @Override
        public void onError(Throwable failure) {
            giveUp();
        }
    }
}

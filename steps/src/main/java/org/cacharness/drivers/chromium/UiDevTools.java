package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A conversation with a Chromium's UI DevTools: questions with answers, and events, as JSON over a web socket. */
final class UiDevTools implements WebSocket.Listener, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger questions = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final StringBuilder piece = new StringBuilder();
    private final BiConsumer<String, JsonNode> events;
    private final CompletableFuture<WebSocket> socket;

    private UiDevTools(int port, BiConsumer<String, JsonNode> events) {
        this.events = events;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/0"), this);
    }

    static UiDevTools connect(int port, BiConsumer<String, JsonNode> events) {
        return new UiDevTools(port, events);
    }

    /** Whether UI DevTools, and nothing else, is at this port. */
    static boolean answers(int port) {
        try (UiDevTools tools = new UiDevTools(port, (event, parameters) -> {})) {
            tools.socket.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException other) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks, and waits for the answer. */
    JsonNode ask(String method, Map<String, ?> parameters) {
        int id = questions.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        try {
            String question = json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
            socket.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .sendText(question, true)
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (JsonProcessingException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Chromium's UI DevTools, " + method + ": expected an answer within " + LIMIT.toSeconds()
                            + " s, got " + e + ": is the browser still running?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Chromium's UI DevTools: interrupted", e);
        } finally {
            unanswered.remove(id);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        piece.append(text);
        if (last) {
            String message = piece.toString();
            piece.setLength(0);
            heard(message);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void heard(String message) {
        try {
            JsonNode node = json.readTree(message);
            CompletableFuture<JsonNode> answer = unanswered.get(node.path("id").asInt());
            if (answer != null) {
                answer.complete(node.path("result"));
            } else {
                events.accept(node.path("method").asText(), node.path("params"));
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Chromium's UI DevTools: expected JSON", unreadable);
        }
    }

    @Override
    public void close() {
        if (socket.isDone() && !socket.isCompletedExceptionally()) {
            socket.join().abort();
        }
    }
}

package org.cacharness.drivers.headless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a Selenium Grid says of itself at {@code /status}.
 *
 * @param nodes that are up, each with its version
 * @param slots for Chrome, on all of them, free or not
 */
public record GridStatus(List<String> nodes, int slots) {
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final int OK = 200;

    public GridStatus {
        nodes = List.copyOf(nodes);
    }

    /**
     * Asks a Grid, for a few seconds at most.
     *
     * @throws UnusableGridException if it cannot be reached, or is none, or has no slot for Chrome
     */
    public static GridStatus of(URI grid) throws UnusableGridException {
        return of(grid, LIMIT);
    }

    static GridStatus of(URI grid, Duration limit) throws UnusableGridException {
        GridStatus status = read(grid, answer(grid, limit));
        if (status.slots() == 0) {
            throw new UnusableGridException("Grid " + grid + ": expected a node with a slot for Chrome, got "
                    + status.nodes().size() + " nodes and none: start a node that offers browserName chrome");
        }
        return status;
    }

    private static String answer(URI grid, Duration limit) throws UnusableGridException {
        URI status = URI.create(grid.toString().replaceAll("/$", "") + "/status");
        HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
        try {
            HttpResponse<String> answer = client.sendAsync(
                            HttpRequest.newBuilder(status).timeout(limit).build(), HttpResponse.BodyHandlers.ofString())
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw noGrid(grid, "status " + answer.statusCode());
            }
            return answer.body();
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new UnusableGridException("Grid " + grid + ": expected an answer within " + limit.toSeconds()
                    + " s, got none (" + reason(unreachable) + "): see that it runs, and that this machine reaches it");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnusableGridException("Grid " + grid + ": interrupted");
        }
    }

    private static GridStatus read(URI grid, String answer) throws UnusableGridException {
        try {
            JsonNode nodes = new ObjectMapper().readTree(answer).path("value").path("nodes");
            if (!nodes.isArray()) {
                throw noGrid(grid, "an answer without nodes");
            }
            List<String> up = new ArrayList<>();
            int slots = 0;
            for (JsonNode node : nodes) {
                if (node.path("availability").asText().equals("UP")) {
                    up.add(node.path("version").asText());
                    slots += slots(node);
                }
            }
            return new GridStatus(up, slots);
        } catch (JsonProcessingException none) {
            throw noGrid(grid, "an answer that is no JSON");
        }
    }

    /** As many as it offers, and no more than it runs at a time. */
    private static int slots(JsonNode node) {
        int offered = 0;
        for (JsonNode slot : node.path("slots")) {
            if (slot.path("stereotype").path("browserName").asText().equals("chrome")) {
                offered++;
            }
        }
        return Math.min(offered, node.path("maxSessions").asInt(offered));
    }

    private static UnusableGridException noGrid(URI grid, String got) {
        return new UnusableGridException("Grid " + grid + ": expected the status of a Selenium Grid 4, got " + got
                + ": give the address of its hub or router");
    }

    private static String reason(Exception unreachable) {
        Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** A Grid that no browser can be had from; the message says why and what to do. */
    public static final class UnusableGridException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableGridException(String message) {
            super(message);
        }
    }
}

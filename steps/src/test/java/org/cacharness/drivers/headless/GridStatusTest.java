package org.cacharness.drivers.headless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server that answers like a Grid is taken for. */
class GridStatusTest {
    private static final String CHROME = "{\"stereotype\": {\"browserName\": \"chrome\"}}";
    private static final String FIREFOX = "{\"stereotype\": {\"browserName\": \"firefox\"}}";

    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hub/status", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_slots_of_all_nodes_that_are_up_are_counted() throws Exception {
        answer = nodes(node("UP", 5, CHROME, FIREFOX, CHROME), node("DRAINING", 5, CHROME), node("UP", 1, CHROME));

        GridStatus seen = GridStatus.of(address());

        assertThat(seen.slots()).isEqualTo(3);
        assertThat(seen.nodes()).hasSize(2);
    }

    @Test
    void a_node_runs_no_more_than_it_says() throws Exception {
        answer = nodes(node("UP", 1, CHROME, CHROME, CHROME));

        assertThat(GridStatus.of(address()).slots()).isEqualTo(1);
    }

    @Test
    void a_grid_without_a_slot_for_chrome_is_of_no_use() {
        answer = nodes(node("UP", 5, FIREFOX));

        assertThatThrownBy(() -> GridStatus.of(address()))
                .hasMessageContaining("expected a node with a slot for Chrome, got 1 nodes and none")
                .hasMessageContaining(address().toString());
    }

    @Test
    void what_is_no_grid_is_told_from_one() {
        answer = "{\"value\": {\"ready\": true, \"message\": \"a driver\"}}";
        assertThatThrownBy(() -> GridStatus.of(address())).hasMessageContaining("got an answer without nodes");
        answer = "<!doctype html>";
        assertThatThrownBy(() -> GridStatus.of(address())).hasMessageContaining("got an answer that is no JSON");
        status = 404;
        assertThatThrownBy(() -> GridStatus.of(address())).hasMessageContaining("got status 404");
    }

    @Test
    void one_that_accepts_and_never_answers_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI grid = URI.create("http://localhost:" + silent.getLocalPort());

            assertThatThrownBy(() -> GridStatus.of(grid, Duration.ofMillis(100)))
                    .hasMessageContaining("Grid " + grid + ": expected an answer within");
        }
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/hub/");
    }

    private static String nodes(String... nodes) {
        return "{\"value\": {\"ready\": true, \"nodes\": [" + String.join(", ", nodes) + "]}}";
    }

    private static String node(String availability, int maxSessions, String... slots) {
        return "{\"availability\": \"" + availability + "\", \"version\": \"4\", \"maxSessions\": " + maxSessions
                + ", \"slots\": [" + String.join(", ", slots) + "]}";
    }
}

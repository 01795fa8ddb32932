package org.cacharness.drivers.headless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a Grid refuses or loses, as a server says it that answers like one. */
class GridSessionTest {
    private static final URI GRID = URI.create("http://grid.example:4444");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
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
    void a_session_that_is_refused_names_the_grid_and_what_to_do() {
        status = 500;
        answer =
                "{\"value\": {\"error\": \"session not created\", \"message\": \"No nodes support it\", \"stacktrace\": \"\"}}";

        assertThatThrownBy(() -> GridSession.start(address(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Grid " + address() + ": expected a session of Chrome with DevTools, got ")
                .hasMessageContaining("No nodes support it")
                .hasMessageContaining("see the Grid's console");
    }

    @Test
    void a_session_without_dev_tools_is_given_back() {
        status = 200;
        answer = "{\"value\": {\"sessionId\": \"42\", \"capabilities\": {\"browserName\": \"chrome\"}}}";

        assertThatThrownBy(() -> GridSession.start(address(), List.of())).hasMessageContaining("--enable-cdp false");

        assertThat(asked).contains("DELETE /session/42");
    }

    @Test
    void a_grid_that_is_gone_is_told_when_it_is_asked() {
        URI gone = address();
        server.stop(0);

        assertThatThrownBy(() -> GridSession.start(gone, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Grid " + gone);
    }

    @Test
    void dev_tools_are_reached_the_way_the_grid_is() {
        URI reported = URI.create("ws://10.0.0.7:5555/session/42/se/cdp");

        assertThat(GridSession.through(GRID, reported)).hasToString("ws://grid.example:4444/session/42/se/cdp");
        assertThat(GridSession.through(URI.create("https://grid.example/qa/"), reported))
                .hasToString("wss://grid.example/qa/session/42/se/cdp");
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}

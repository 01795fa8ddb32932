package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.cacharness.drivers.Thing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are waited for, wherever they come from, and a browser that has ended says so. */
@Tag("chromium")
class DevToolsTest {
    private final CompletableFuture<Void> slowMayAnswer = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HeadlessChromium chromium;
    private DevToolsConnection connection;
    private DevToolsWindow window;
    private HttpServer site;

    @BeforeEach
    void start(@TempDir Path profile) throws IOException {
        Optional<String> obstacle = HeadlessChromium.obstacle();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED DevToolsTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(threads);
        page("/first", "<title>First</title><a href=/slow>On</a>");
        page(
                "/form",
                "<title>Form</title><form action=/slow onsubmit=\"setTimeout(() => document.title = 'Sent', 0)\">"
                        + "<button>On</button></form>");
        page("/second", "<title>Second</title><p>Here");
        site.createContext("/slow", exchange -> {
            slowMayAnswer.join();
            exchange.getResponseHeaders().set("Location", "/second");
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        });
        site.createContext("/nothing", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        site.start();
        chromium = HeadlessChromium.start(profile, false);
        connection = DevToolsConnection.to(chromium.driver().getCapabilities(), () -> "its last words");
        window = DevToolsWindow.attached(connection, chromium.driver().getWindowHandle(), Waiting.PLAIN)
                .withNetwork();
    }

    private void page(String path, String html) {
        site.createContext(path, exchange -> answer(exchange, html));
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
        byte[] content = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @AfterEach
    void end() {
        slowMayAnswer.complete(null);
        if (chromium != null) {
            connection.close();
            chromium.close();
            site.stop(0);
        }
        threads.shutdownNow();
    }

    @Test
    void a_page_that_a_press_leads_to_is_waited_for_however_long_it_takes() {
        show("/first");
        press();

        CompletableFuture<String> title = CompletableFuture.supplyAsync(this::title, threads);
        assertThat(title).isNotDone();
        slowMayAnswer.complete(null);

        assertThat(title.join()).isEqualTo("Second");
    }

    @Test
    void a_form_that_is_sent_is_waited_for_though_the_page_goes_on_for_a_while() {
        for (int round = 0; round < 10; round++) {
            show("/form");
            new PageScripts(window).complete();
            slowMayAnswer.complete(null);
            Thing button = new PageScripts(window).selected("button").orElseThrow();

            button.press();

            assertThat(title()).isEqualTo("Second");
        }
    }

    @Test
    void the_page_is_loaded_again() {
        for (int round = 0; round < 10; round++) {
            show("/first");
            new PageScripts(window).complete();
            window.value("document.title = 'changed'");

            window.reload();

            assertThat(title()).isEqualTo("First");
        }
    }

    /** The page notices nothing: neither a person nor a script of its own turned to another one. */
    @Test
    void a_page_that_is_loaded_again_is_waited_for_however_long_it_takes() {
        Queue<CompletableFuture<Void>> answers =
                new ConcurrentLinkedQueue<>(List.of(CompletableFuture.completedFuture(null), slowMayAnswer));
        CompletableFuture<Void> askedAgain = new CompletableFuture<>();
        AtomicInteger times = new AtomicInteger();
        site.createContext("/counted", exchange -> {
            CompletableFuture<Void> mayAnswer = answers.remove();
            if (answers.isEmpty()) {
                askedAgain.complete(null);
            }
            mayAnswer.join();
            answer(exchange, "<title>Time " + times.incrementAndGet() + "</title><p>Here");
        });
        show("/counted");
        assertThat(title()).isEqualTo("Time 1");

        window.reload();
        CompletableFuture<String> title = CompletableFuture.supplyAsync(this::title, threads);
        askedAgain.join();
        // As long as a page that takes itself for the new one needs, which looks every 50 ms
        assertThatThrownBy(() -> title.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        slowMayAnswer.complete(null);

        assertThat(title.join()).isEqualTo("Time 2");
    }

    @Test
    void an_answer_without_a_page_leaves_the_page_that_was_there() {
        show("/first");

        assertThat(window.show(address("/nothing"))).isEqualTo("net::ERR_ABORTED");

        assertThat(title()).isEqualTo("First");
    }

    @Test
    void another_place_of_the_same_page_is_the_same_page() {
        show("/first");
        show("/first#below");

        assertThat(title()).isEqualTo("First");
        assertThat(new PageScripts(window).address()).hasFragment("below");
    }

    @Test
    void where_nobody_answers_the_browser_shows_its_own_page() {
        assertThat(window.show("http://127.0.0.1:1/")).startsWith("net::ERR_");

        new PageScripts(window).complete();
        assertThat(new PageScripts(window).isOfTheBrowser()).isTrue();
    }

    @Test
    void all_that_happened_before_an_answer_is_known_with_it() {
        for (int round = 0; round < 20; round++) {
            window.takeEvents();
            show("/second");
            assertThat(title()).isEqualTo("Second");

            assertThat(window.takeEvents())
                    .extracting(event -> event.path("method").asText())
                    .contains("Network.requestWillBeSent", "Network.responseReceived");
        }
    }

    @Test
    void whoever_presses_is_not_told_that_the_page_has_gone_on() {
        List<CompletableFuture<?>> waitedFor = new ArrayList<>();
        DevToolsWindow attended =
                DevToolsWindow.attached(connection, chromium.driver().getWindowHandle(), waitedFor::add);
        attended.show(address("/first"));
        new PageScripts(attended).complete();
        Thing link = new PageScripts(attended).selected("a").orElseThrow();
        waitedFor.clear();

        link.press();

        assertThat(waitedFor)
                .as("questions to the page: where the link is; not the mouse")
                .hasSize(1);
    }

    @Test
    void a_window_that_was_closed_is_not_listened_to() {
        String context = connection
                .ask("Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String other = connection
                .ask("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        DevToolsWindow closed = DevToolsWindow.attached(connection, other, Waiting.PLAIN);
        assertThat(connection.listening()).isEqualTo(2);

        connection.ask("Target.disposeBrowserContext", Map.of("browserContextId", context));

        assertThatThrownBy(() -> closed.value("return 1")).isInstanceOf(DevToolsException.class);
        assertThat(connection.listening()).isEqualTo(1);
    }

    @Test
    void a_thing_of_a_page_that_was_left_is_gone() {
        show("/first");
        PageThing link = link();
        show("/second");
        title();

        assertThatThrownBy(link::press)
                .isInstanceOf(DevToolsException.class)
                .satisfies(failure -> assertThat(((DevToolsException) failure).isOfReplacedPage())
                        .isTrue());
    }

    @Test
    void what_the_browser_refuses_is_told_without_what_was_sent() {
        assertThatThrownBy(() -> window.ask("Input.dispatchKeyEvent", Map.of("type", "wrong", "text", "secret")))
                .isInstanceOf(DevToolsException.class)
                .hasMessageContaining("Input.dispatchKeyEvent")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_browser_that_has_ended_says_so() {
        show("/first");
        chromium.close();

        assertThatThrownBy(() -> window.value("return 1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a running browser")
                .hasMessageContaining("its last words");
        assertThat(connection.isGone()).isTrue();
    }

    private void show(String path) {
        assertThat(window.show(address(path))).isEmpty();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private void press() {
        new PageScripts(window).complete();
        link().press();
    }

    private PageThing link() {
        new PageScripts(window).complete();
        return new PageThing(
                window, window.object("return document.querySelector('a')").orElseThrow());
    }

    private String title() {
        return new PageScripts(window).complete().path("title").asText();
    }
}

package org.cacharness.drivers.headless;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cacharness.bridge.ProxyCredentials;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.Event;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;
import org.openqa.selenium.json.Json;

/**
 * A window that is spoken to by DevTools alone. On a Grid there is no second driver of the same browser, since a second session is a
 * second browser; and the first driver waits for its page while the chooser is shown.
 */
final class DevToolsWindow implements ChooserWindow {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Json JSON = new Json();

    private final Connection browser;
    private final SessionID window;

    private DevToolsWindow(Connection browser, SessionID window) {
        this.browser = browser;
        this.window = window;
    }

    /** Speaks to a window that is open. */
    static DevToolsWindow attached(Connection browser, String window) {
        Map<String, Object> answer = browser.sendAndWait(
                null, command("Target.attachToTarget", Map.of("targetId", window, "flatten", true)), ANSWER);
        return new DevToolsWindow(browser, new SessionID(String.valueOf(answer.get("sessionId"))));
    }

    /**
     * Answers the proxy's question who this is, once: Chromium keeps the answer for all windows of the context.
     *
     * @param site any page behind the proxy
     */
    void authenticate(ProxyCredentials credentials, String site) {
        ask("Fetch.enable", Map.of("handleAuthRequests", true));
        on("Fetch.requestPaused", "Fetch.continueRequest", Map.of());
        on(
                "Fetch.authRequired",
                "Fetch.continueWithAuth",
                Map.of(
                        "authChallengeResponse",
                        Map.of(
                                "response", "ProvideCredentials",
                                "username", credentials.user(),
                                "password", credentials.password())));
        try {
            show(site);
        } finally {
            browser.clearListeners();
            ask("Fetch.disable", Map.of());
        }
    }

    /** It is not waited for: the event comes in the thread that reads the answers. */
    private void on(String event, String reply, Map<String, ?> content) {
        browser.addListener(
                new Event<Map<String, Object>>(event, input -> input.read(Json.MAP_TYPE)), (at, request) -> {
                    var unused =
                            browser.send(window, command(reply, with(content, "requestId", request.get("requestId"))));
                });
    }

    @Override
    public void show(String address) {
        Object failure = ask("Page.navigate", Map.of("url", address)).get("errorText");
        if (failure != null) {
            throw new IllegalStateException("Browser on the Grid: expected " + address
                    + " through the TLS bridge, got " + failure + ": the bridge's port has to be reachable"
                    + " as 127.0.0.1 where the browser runs, see docs/grid.md");
        }
    }

    @Override
    public void press(String id) {
        executeScript("document.getElementById(arguments[0]).click()", id);
    }

    @Override
    public @Nullable Object executeScript(String script, @Nullable Object... arguments) {
        return evaluated("(function () {" + script + "\n}).apply(null, " + JSON.toJson(arguments) + ")");
    }

    @Override
    public @Nullable Object executeAsyncScript(String script, @Nullable Object... arguments) {
        return evaluated("new Promise(done => (function () {" + script + "\n}).apply(null, " + JSON.toJson(arguments)
                + ".concat([done])))");
    }

    private @Nullable Object evaluated(String expression) {
        Map<String, Object> answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.get("exceptionDetails") != null) {
            throw new JavascriptException("The page said " + answer.get("exceptionDetails"));
        }
        return answer.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    }

    @Override
    public Map<String, Object> ask(String command, Map<String, ?> parameters) {
        return Optional.ofNullable(browser.sendAndWait(window, command(command, parameters), ANSWER))
                .orElseGet(Map::of);
    }

    private static Command<Map<String, Object>> command(String method, Map<String, ?> parameters) {
        return new Command<>(method, Map.copyOf(parameters), Json.MAP_TYPE);
    }

    private static Map<String, Object> with(Map<String, ?> content, String name, @Nullable Object value) {
        Map<String, Object> all = new HashMap<>(content);
        all.put(name, Objects.requireNonNull(value, name));
        return all;
    }
}

package org.cacharness.drivers.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cacharness.bridge.ProxyCredentials;
import org.cacharness.drivers.chromium.DevToolsWindow;

/** Answers a proxy's question who this is. Once is enough: Chromium keeps the answer for all windows of the context. */
final class ProxyLogin {
    private static final String REQUEST = "requestId";

    private final DevToolsWindow window;

    /** In this window. */
    ProxyLogin(DevToolsWindow window) {
        this.window = window;
    }

    /**
     * Answers it.
     *
     * @param site any page behind the proxy
     * @throws IllegalStateException if the proxy cannot be reached from where the browser is
     */
    void as(ProxyCredentials credentials, String site) {
        window.tellAtOnce(event -> answer(event, credentials));
        window.ask("Fetch.enable", Map.of("handleAuthRequests", true));
        String wrong = window.show(site);
        window.tellAtOnce(event -> {});
        window.ask("Fetch.disable", Map.of());
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Browser on the Grid: expected " + site
                    + " through the TLS bridge, got " + wrong + ": the bridge's port has to be reachable"
                    + " as 127.0.0.1 where the browser runs, see docs/grid.md");
        }
    }

    /** It is not waited for: the event comes in the thread that reads the answers. */
    private void answer(JsonNode event, ProxyCredentials credentials) {
        String request = event.path("params").path(REQUEST).asText();
        switch (event.path("method").asText()) {
            case "Fetch.requestPaused" -> {
                var unused = window.send("Fetch.continueRequest", Map.of(REQUEST, request));
            }
            case "Fetch.authRequired" -> {
                var unused = window.send(
                        "Fetch.continueWithAuth",
                        Map.of(
                                REQUEST,
                                request,
                                "authChallengeResponse",
                                Map.of(
                                        "response", "ProvideCredentials",
                                        "username", credentials.user(),
                                        "password", credentials.password())));
            }
            default -> {
                // Nothing that needs an answer
            }
        }
    }
}

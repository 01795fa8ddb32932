package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;

/** One server of a recorded portal, on loopback, by WireMock: it answers as the stubs say, in their order. */
public final class ReplayServer implements AutoCloseable {
    private static final int NOT_RECORDED = 501;
    private static final int LAST = 100;
    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<title>Not recorded</title></head><body><h1>Not recorded</h1><p>The recording has no answer to this request"
            + " here: the scenario asks for something else than when it was recorded. Record again.</p></body></html>";

    private final WireMockServer server;

    private ReplayServer(WireMockServer server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @throws PortalStartException if it cannot listen
     * @throws StubFileException if a stub is damaged
     */
    public static ReplayServer start(ReplaySettings settings) {
        WireMockServer server = load(settings);
        server.stubFor(WireMock.any(WireMock.anyUrl())
                .atPriority(LAST)
                .willReturn(WireMock.aResponse()
                        .withStatus(NOT_RECORDED)
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody(PAGE)));
        try {
            server.start();
        } catch (FatalStartupException e) {
            server.stop();
            throw new PortalStartException("replay: expected a free port on 127.0.0.1, got " + e.getMessage(), e);
        }
        return new ReplayServer(server);
    }

    private static WireMockServer load(ReplaySettings settings) {
        try {
            return new WireMockServer(WireMockConfiguration.options()
                    .httpDisabled(true)
                    .httpsPort(0)
                    .bindAddress("127.0.0.1")
                    .containerThreads(12)
                    .jettyAcceptors(1)
                    .jettyStopTimeout(500L)
                    .gzipDisabled(true)
                    .disableRequestJournal()
                    .notifier(new SilentNotifier())
                    .usingFilesUnderDirectory(settings.folder().toString())
                    .httpServerFactory((options, admin, stubs) -> new ReplayTls(options, admin, stubs, settings))
                    .extensions(new ReplayWords(settings.shown(), settings.hidden())));
        } catch (MappingFileException e) {
            throw new StubFileException(
                    settings.folder().getFileName().toString(), "expected stubs, got damaged JSON", "record again");
        }
    }

    /** The server key of a key store, as the settings want it. */
    public static KeyManagerFactory key(KeyStore store, char[] password) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new PortalStartException("replay: expected a usable server key, got " + e.getMessage(), e);
        }
    }

    /** Its address. */
    public URI address() {
        return URI.create("https://localhost:" + server.httpsPort() + "/");
    }

    @Override
    public void close() {
        server.stop();
    }
}

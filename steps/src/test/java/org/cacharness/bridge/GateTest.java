package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Identity PORTAL = Identity.of("localhost");
    private static final Identity BRIDGE = Identity.of("localhost");
    private static final Identity ADA = Identity.of("QUILLWORTH.ADA.MARIGOLD.9900000011");
    private static final String WHO = "HTTP/1.1 407 Proxy Authentication Required";

    private final Map<String, Optional<String>> shown = new ConcurrentHashMap<>();
    private HttpServer site;
    private TlsPeer portal;
    private Gate gate;
    private TlsBridge hers;
    private TlsBridge another;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            shown.put(
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Proxy-Authorization")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        site.start();
        portal = TlsPeer.start(PORTAL.context(ADA.certificate()), wantingACertificate());
        gate = Gate.open(0, siteAddress());
        hers = bridge(ADA);
        another = TlsBridge.start(
                new BridgeTls(
                        Identity.trusting(PORTAL.certificate()), BRIDGE.context(BRIDGE.certificate()), socket -> {}),
                any -> true,
                gate);
    }

    @AfterEach
    void end() {
        hers.close();
        another.close();
        gate.close();
        portal.close();
        site.stop(0);
    }

    @Test
    void without_credentials_nothing_is_behind_it() throws IOException {
        assertThat(answer("CONNECT " + portal.origin(), "")).isEqualTo(WHO);
        assertThat(answer("GET " + siteAddress(), "")).isEqualTo(WHO);
        assertThat(answer("CONNECT " + portal.origin(), authorization("Basic YnJvd3NlcjpndWVzc2Vk")))
                .isEqualTo(WHO);
        assertThat(shown).isEmpty();
    }

    @Test
    void credentials_lead_to_the_bridge_that_is_ones_own() throws IOException {
        assertThat(certificateSeenThrough(hers)).isEqualTo("CN=QUILLWORTH.ADA.MARIGOLD.9900000011");
        assertThat(certificateSeenThrough(another)).isEqualTo("nobody");
    }

    @Test
    void credentials_of_a_bridge_that_is_closed_are_none() throws IOException {
        String credentials = authorization(hers);
        hers.close();

        assertThat(answer("CONNECT " + portal.origin(), credentials)).isEqualTo(WHO);
    }

    @Test
    void the_site_is_shown_and_does_not_see_the_credentials() throws IOException {
        assertThat(answer("GET " + siteAddress() + "question", authorization(hers)))
                .isEqualTo("HTTP/1.1 204 No Content");

        assertThat(shown).containsEntry("/question", Optional.empty());
    }

    @Test
    void no_other_site_is_shown() throws IOException {
        assertThat(answer("GET http://localhost:" + portal.origin().port() + "/", authorization(hers)))
                .isEqualTo("HTTP/1.1 405 Method Not Allowed");
    }

    @Test
    void each_browser_has_credentials_of_its_own_that_are_not_printed() {
        assertThat(hers.credentials()).isNotEqualTo(another.credentials());
        assertThat(hers.credentials().orElseThrow().toString()).isEqualTo("ProxyCredentials[****]");
    }

    private TlsBridge bridge(Identity cardholder) {
        return TlsBridge.start(
                new BridgeTls(
                        cardholder.context(PORTAL.certificate()), BRIDGE.context(BRIDGE.certificate()), socket -> {}),
                any -> true,
                gate);
    }

    private String certificateSeenThrough(TlsBridge bridge) throws IOException {
        try (Socket tunnel = sent("CONNECT " + portal.origin(), authorization(bridge))) {
            assertThat(new String(tunnel.getInputStream().readNBytes(39), US_ASCII))
                    .isEqualTo("HTTP/1.1 200 Connection Established\r\n\r\n");
            try (SSLSocket browser = (SSLSocket) Identity.trusting(BRIDGE.certificate())
                    .getSocketFactory()
                    .createSocket(tunnel, "localhost", portal.origin().port(), true)) {
                browser.getOutputStream().write("x\n".getBytes(UTF_8));
                return new BufferedReader(new InputStreamReader(browser.getInputStream(), UTF_8))
                        .readLine()
                        .split("\\|", -1)[2];
            }
        }
    }

    private String answer(String request, String field) throws IOException {
        try (Socket browser = sent(request, field)) {
            return new BufferedReader(new InputStreamReader(browser.getInputStream(), US_ASCII)).readLine();
        }
    }

    private Socket sent(String request, String field) throws IOException {
        Socket browser = new Socket(gate.address().getAddress(), gate.address().getPort());
        browser.getOutputStream().write((request + " HTTP/1.1\r\nHost: any\r\n" + field + "\r\n").getBytes(US_ASCII));
        return browser;
    }

    private URI siteAddress() {
        return URI.create("http://certificates.localhost:" + site.getAddress().getPort() + "/");
    }

    private static String authorization(TlsBridge bridge) {
        return authorization(bridge.credentials().orElseThrow().authorization());
    }

    private static String authorization(String content) {
        return "Proxy-Authorization: " + content + "\r\n";
    }

    private static SSLParameters wantingACertificate() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setWantClientAuth(true);
        return parameters;
    }
}

package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsBridgeTest {
    private static final long END_MILLIS = 10_000;
    private static final Identity PORTAL = Identity.of("localhost");
    private static final Identity BRIDGE = Identity.of("localhost");
    private static final Identity ADA = Identity.of("QUILLWORTH.ADA.MARIGOLD.9900000011");

    private final SSLContext card = ADA.context(PORTAL.certificate());
    private TlsPeer portal;
    private TlsBridge bridge;

    @BeforeEach
    void start() throws IOException {
        portal = TlsPeer.start(PORTAL.context(ADA.certificate()), wanting("TLSv1.3"));
        bridge = TlsBridge.start(new BridgeTls(card, BRIDGE.context(BRIDGE.certificate()), socket -> {}), any -> true);
    }

    @AfterEach
    void end() {
        bridge.close();
        portal.close();
    }

    private void start(SSLParameters wanted, Predicate<Origin> bridged) throws IOException {
        start(wanted, bridged, card);
    }

    private void start(SSLParameters wanted, Predicate<Origin> bridged, SSLContext towardsPortal) throws IOException {
        end();
        portal = TlsPeer.start(PORTAL.context(ADA.certificate()), wanted);
        bridge = TlsBridge.start(
                new BridgeTls(towardsPortal, BRIDGE.context(BRIDGE.certificate()), socket -> {}), bridged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void the_portal_sees_the_certificate_of_the_card_and_the_browser_says_and_hears_what_it_would(String protocol)
            throws Exception {
        start(wanting(protocol, "http/1.1"), any -> true);

        try (SSLSocket browser = browser(BRIDGE.certificate(), "http/1.1")) {
            assertThat(said(browser, "GET the page"))
                    .isEqualTo(protocol + "|http/1.1|CN=QUILLWORTH.ADA.MARIGOLD.9900000011|GET the page");
            assertThat(browser.getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    @Test
    void browser_and_portal_speak_the_protocol_that_they_would_have_chosen() throws Exception {
        start(wanting("TLSv1.3", "h2", "http/1.1"), any -> true);

        try (SSLSocket browser = browser(BRIDGE.certificate(), "h2", "http/1.1")) {
            assertThat(said(browser, "x")).contains("|h2|");
            assertThat(browser.getApplicationProtocol()).isEqualTo("h2");
        }
        try (SSLSocket old = browser(BRIDGE.certificate())) {
            assertThat(said(old, "x")).contains("||");
            assertThat(old.getApplicationProtocol()).isEmpty();
        }
    }

    @Test
    void other_origins_pass_untouched_and_get_no_certificate() throws Exception {
        start(wanting("TLSv1.3"), any -> false);

        try (SSLSocket browser = browser(PORTAL.certificate())) {
            assertThat(said(browser, "x")).contains("|nobody|");
        }
    }

    @Test
    void a_portal_that_is_not_trusted_is_met_by_the_browser_itself_and_gets_no_certificate() throws Exception {
        start(wanting("TLSv1.3"), any -> true, ADA.context(ADA.certificate()));

        try (SSLSocket browser = browser(PORTAL.certificate())) {
            assertThat(said(browser, "x")).contains("|nobody|");
        }
        assertThatThrownBy(() -> browser(BRIDGE.certificate()))
                .as("the portal's own certificate, which this browser does not trust")
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("PKIX");
    }

    @Test
    void an_alert_of_the_portal_is_handed_on() throws Exception {
        SSLParameters needing = wanting("TLSv1.2");
        needing.setNeedClientAuth(true);
        start(needing, any -> true, Identity.trusting(PORTAL.certificate()));

        assertThatThrownBy(() -> browser(BRIDGE.certificate()))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("bad_certificate");
    }

    @Test
    void a_card_that_cannot_sign_ends_the_handshake_at_the_browser_too() throws Exception {
        start(wanting("TLSv1.3"), any -> true, ADA.withoutKey(PORTAL.certificate()));

        assertThatThrownBy(() -> browser(BRIDGE.certificate()))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("decrypt_error");
    }

    @Test
    void a_server_that_cannot_be_reached_and_another_request_are_refused() throws Exception {
        Origin gone = portal.origin();
        portal.close();

        assertThat(answer("CONNECT " + gone + " HTTP/1.1\r\n\r\n")).isEqualTo("HTTP/1.1 502 Bad Gateway");
        assertThat(answer("GET http://localhost/ HTTP/1.1\r\n\r\n")).isEqualTo("HTTP/1.1 405 Method Not Allowed");
        assertThat(answer("CONNECT localhost:99999 HTTP/1.1\r\n\r\n")).isEqualTo("HTTP/1.1 405 Method Not Allowed");
        assertThat(answer("CONNECT localhost:1 HTTP/1.1\r\nX: " + "x".repeat(20_000)))
                .isEqualTo("HTTP/1.1 405 Method Not Allowed");
    }

    @Test
    void what_is_no_tls_passes_as_it_is() throws Exception {

        try (Socket browser = connect(portal.origin())) {
            browser.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));

            assertThat(browser.getInputStream().read())
                    .as("the portal's own TLS alert")
                    .isEqualTo(21);
        }
    }

    @Test
    void closing_ends_connections_and_threads_also_those_that_wait() throws Exception {
        try (SSLSocket inUse = browser(BRIDGE.certificate());
                Socket silent = new Socket(
                        bridge.address().getAddress(), bridge.address().getPort())) {
            silent.getOutputStream().write("CONNECT".getBytes(US_ASCII));
            assertThat(bridge.connections()).isGreaterThanOrEqualTo(2);

            bridge.close();

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(() -> said(inUse, "x")).isInstanceOfAny(IOException.class, AssertionError.class);
        }
        assertThat(bridge.connections()).isZero();
        // A pool has ended a moment before the last of its threads has
        for (Thread ending : threads()) {
            ending.join(END_MILLIS);
        }
        assertThat(threads()).isEmpty();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tls-bridge"))
                .collect(Collectors.toSet());
    }

    private static SSLParameters wanting(String protocol, String... applicationProtocols) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        parameters.setApplicationProtocols(applicationProtocols);
        parameters.setWantClientAuth(true);
        return parameters;
    }

    private SSLSocket browser(X509Certificate trusted, String... applicationProtocols) throws IOException {
        Socket tunnel = connect(portal.origin());
        SSLSocket browser = (SSLSocket) Identity.trusting(trusted)
                .getSocketFactory()
                .createSocket(tunnel, "localhost", portal.origin().port(), true);
        SSLParameters parameters = browser.getSSLParameters();
        parameters.setApplicationProtocols(applicationProtocols);
        browser.setSSLParameters(parameters);
        browser.startHandshake();
        return browser;
    }

    private Socket connect(Origin origin) throws IOException {
        Socket tunnel =
                new Socket(bridge.address().getAddress(), bridge.address().getPort());
        tunnel.getOutputStream().write(("CONNECT " + origin + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
        assertThat(new String(tunnel.getInputStream().readNBytes(39), US_ASCII))
                .isEqualTo("HTTP/1.1 200 Connection Established\r\n\r\n");
        return tunnel;
    }

    private String answer(String request) throws IOException {
        try (Socket tunnel =
                new Socket(bridge.address().getAddress(), bridge.address().getPort())) {
            tunnel.getOutputStream().write(request.getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(tunnel.getInputStream(), US_ASCII)).readLine();
        }
    }

    private static String said(SSLSocket browser, String line) throws IOException {
        browser.getOutputStream().write((line + "\n").getBytes(UTF_8));
        String answer = new BufferedReader(new InputStreamReader(browser.getInputStream(), UTF_8)).readLine();
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    void a_hello_that_is_nonsense_is_kept_as_it_came() throws Exception {
        byte[] nonsense = {22, 3, 1, 0, 4, 1, 0, 0, 0};

        ClientHello hello = ClientHello.read(new ByteArrayInputStream(nonsense));

        assertThat(hello.protocols()).isEqualTo(List.of());
        assertThat(hello.bytes()).isEqualTo(nonsense);
    }
}

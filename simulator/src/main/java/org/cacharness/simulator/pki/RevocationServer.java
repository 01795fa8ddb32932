package org.cacharness.simulator.pki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/**
 * Serves what DoD serves at crl.disa.mil and ocsp.disa.mil, on loopback.
 *
 * <p>{@code /crl/NAME.crl}, {@code /sign/NAME.cer}, and OCSP by GET and POST at the root (RFC 6960, appendix A).
 */
final class RevocationServer implements AutoCloseable {
    private final HttpServer server;
    private final Clock clock;
    private final List<CertificateAuthority> authorities = new CopyOnWriteArrayList<>();
    private final OcspResponder responder;
    private volatile RevocationService service = RevocationService.UP;

    private RevocationServer(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.responder = new OcspResponder(authorities, clock);
    }

    /** Starts on a free port. To be called on a daemon thread: the server's own thread inherits that. */
    static RevocationServer start(Clock clock, ExecutorService threads) {
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            RevocationServer server = new RevocationServer(http, clock);
            http.setExecutor(threads);
            http.createContext("/", server::ocsp);
            http.createContext("/crl/", server::list);
            http.createContext("/sign/", server::issuer);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CRL and OCSP service: no port on 127.0.0.1: check that this machine has its loopback interface",
                    e);
        }
    }

    void serve(CertificateAuthority authority) {
        authorities.add(authority);
    }

    void become(RevocationService next) {
        service = next;
    }

    URI ocspUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI crlUri(CertificateAuthority authority) {
        return ocspUri().resolve("/crl/" + authority.fileName() + ".crl");
    }

    URI issuerUri(CertificateAuthority authority) {
        return ocspUri().resolve("/sign/" + authority.fileName() + ".cer");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void ocsp(HttpExchange exchange) throws IOException {
        if (dropped(exchange)) {
            return;
        }
        byte[] request = exchange.getRequestMethod().equals("POST")
                ? exchange.getRequestBody().readAllBytes()
                : requestInPath(exchange.getRequestURI());
        answer(exchange, 200, "application/ocsp-response", responder.answer(request, freshness()));
    }

    private void list(HttpExchange exchange) throws IOException {
        if (dropped(exchange)) {
            return;
        }
        Optional<CertificateAuthority> authority = named(exchange, "/crl/", ".crl");
        if (authority.isEmpty()) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        answer(exchange, 200, "application/pkix-crl", RevocationList.of(authority.get(), freshness()));
    }

    private void issuer(HttpExchange exchange) throws IOException {
        if (dropped(exchange)) {
            return;
        }
        Optional<CertificateAuthority> authority = named(exchange, "/sign/", ".cer");
        if (authority.isEmpty()) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        try {
            byte[] der = authority.get().certificate().getEncoded();
            answer(exchange, 200, "application/pkix-cert", der);
        } catch (CertificateEncodingException e) {
            throw new IOException("certificate of " + authority.get().fileName(), e);
        }
    }

    private boolean dropped(HttpExchange exchange) {
        if (service != RevocationService.UNREACHABLE) {
            return false;
        }
        exchange.close();
        return true;
    }

    private Freshness freshness() {
        return service == RevocationService.STALE
                ? Freshness.endedBefore(clock.instant())
                : Freshness.at(clock.instant());
    }

    private Optional<CertificateAuthority> named(HttpExchange exchange, String before, String after) {
        String path = exchange.getRequestURI().getPath();
        return authorities.stream()
                .filter(authority -> path.equals(before + authority.fileName() + after))
                .findFirst();
    }

    private static byte[] requestInPath(URI uri) {
        try {
            return Base64.getDecoder().decode(uri.getPath().replaceFirst("^/+", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.cacharness.simulator.pki.RevocationService.Answers;

/**
 * Serves what DoD serves at crl.disa.mil and ocsp.disa.mil, on loopback.
 *
 * <p>{@code /crl/NAME.crl}, {@code /sign/NAME.cer}, and OCSP by GET and POST at the root (RFC 6960, appendix A). The same below
 * {@link RevocationService#path}, for certificates whose services fail while those of others work.
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
            http.createContext("/", server::answer);
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

    /** Where the certificates of an authority are checked, at services that behave in some way. */
    RevocationAddresses addresses(CertificateAuthority authority, RevocationService behaviour) {
        String root = ocspUri() + behaviour.path();
        return new RevocationAddresses(
                URI.create(root),
                URI.create(root + "/sign/" + authority.fileName() + ".cer"),
                URI.create(root + "/crl/" + authority.fileName() + ".crl"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        RevocationService behaviour = behaviourAt(path);
        String rest = path.substring(behaviour.path().length());
        if (rest.startsWith("/crl/")) {
            list(exchange, rest, combined(behaviour).crl());
        } else if (rest.startsWith("/sign/")) {
            issuer(exchange, rest, combined(behaviour).crl());
        } else {
            ocsp(exchange, rest, combined(behaviour).ocsp());
        }
    }

    private static RevocationService behaviourAt(String path) {
        return Arrays.stream(RevocationService.values())
                .filter(each -> each != RevocationService.UP)
                .filter(each -> path.equals(each.path()) || path.startsWith(each.path() + "/"))
                .findFirst()
                .orElse(RevocationService.UP);
    }

    /** What the whole service is said to do counts where the address says nothing. */
    private RevocationService combined(RevocationService atAddress) {
        return atAddress == RevocationService.UP ? service : atAddress;
    }

    private void ocsp(HttpExchange exchange, String path, Answers answers) throws IOException {
        if (dropped(exchange, answers)) {
            return;
        }
        byte[] request = exchange.getRequestMethod().equals("POST")
                ? exchange.getRequestBody().readAllBytes()
                : requestIn(path);
        answer(exchange, 200, "application/ocsp-response", responder.answer(request, freshness(answers)));
    }

    private void list(HttpExchange exchange, String path, Answers answers) throws IOException {
        if (dropped(exchange, answers)) {
            return;
        }
        Optional<CertificateAuthority> authority = named(path, "/crl/", ".crl");
        if (authority.isEmpty()) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        answer(exchange, 200, "application/pkix-crl", RevocationList.of(authority.get(), freshness(answers)));
    }

    private void issuer(HttpExchange exchange, String path, Answers answers) throws IOException {
        if (dropped(exchange, answers)) {
            return;
        }
        Optional<CertificateAuthority> authority = named(path, "/sign/", ".cer");
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

    private static boolean dropped(HttpExchange exchange, Answers answers) {
        if (answers != Answers.NONE) {
            return false;
        }
        exchange.close();
        return true;
    }

    private Freshness freshness(Answers answers) {
        return answers == Answers.STALE ? Freshness.endedBefore(clock.instant()) : Freshness.at(clock.instant());
    }

    private Optional<CertificateAuthority> named(String path, String before, String after) {
        return authorities.stream()
                .filter(authority -> path.equals(before + authority.fileName() + after))
                .findFirst();
    }

    private static byte[] requestIn(String path) {
        try {
            return Base64.getDecoder().decode(path.replaceFirst("^/+", ""));
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

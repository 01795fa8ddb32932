package org.cacharness.drivers.headless;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cacharness.drivers.CertificateNames;
import org.jsoup.nodes.Entities;

/**
 * The certificate chooser of browsers that cannot reach a card: a page of the harness, where their own dialog would open. Each question
 * has an address that cannot be guessed, and is answered by what is pressed on its page.
 */
final class CertificateChooser implements AutoCloseable {
    /** A name of its own, so that no cookie of the portal comes here. */
    private static final String HOST = "certificates.localhost";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NAME_BYTES = 16;

    private final HttpServer server;
    private final ExecutorService threads;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Question> open = new ConcurrentHashMap<>();

    private CertificateChooser(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static CertificateChooser start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "certificate-chooser");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            CertificateChooser chooser = new CertificateChooser(server, threads);
            server.createContext("/", chooser::answer);
            server.start();
            return chooser;
        } catch (IOException noPort) {
            throw new UncheckedIOException(
                    "Certificate chooser: expected a free port on loopback: " + noPort.getMessage(), noPort);
        }
    }

    /** Where its pages are; nothing is asked there. */
    URI address() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort() + "/");
    }

    /** Opens a question; whoever opened it closes it. */
    Question open(List<X509Certificate> offered) {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        Question question = new Question(HexFormat.of().formatHex(name), offered);
        open.put(question.name, question);
        return question;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] parts = exchange.getRequestURI().getPath().split("/", -1);
            Question question = parts.length > 1 ? open.get(parts[1]) : null;
            if (question == null) {
                send(exchange, NOT_FOUND, "<!doctype html><title>No question</title><h1>Nothing is asked here</h1>");
            } else if (parts.length > 2) {
                question.answer(Optional.ofNullable(exchange.getRequestURI().getQuery()));
                send(exchange, OK, "<!doctype html><title>Answered</title><h1>Answered</h1>");
            } else {
                send(exchange, OK, question.page());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] content = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    /** One question: which of these certificates. */
    final class Question implements AutoCloseable {
        private static final String PAGE = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Select a certificate</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #1b1b1b; background: #fff }
                table { border-collapse: collapse; width: 100%% } th, td { text-align: left; white-space: nowrap; padding: .5rem; border-bottom: 1px solid #949494 }
                button { font: inherit; padding: .4rem 1.2rem; margin: 1rem .5rem 0 0 }
                </style></head>
                <body><main><h1>Select a certificate</h1>
                <p>The site asks for a certificate. Select the one to present.</p>
                <form action="/%s/answer" method="get">
                <table><thead><tr><th>Subject</th><th>Issuer</th><th>Serial</th></tr></thead><tbody>
                %s</tbody></table>
                <button id="ok">OK</button><button id="cancel" form="none">Cancel</button></form>
                <form id="none" action="/%s/answer" method="get"></form></main></body></html>
                """;
        private static final String ROW = """
                <tr><td><input type="radio" name="certificate" id="certificate-%1$d" value="%1$d"%2$s> \
                <label for="certificate-%1$d">%3$s</label></td><td>%4$s</td><td>%5$s</td></tr>
                """;

        private final String name;
        private final List<X509Certificate> offered;
        private volatile boolean answered;
        private volatile Optional<X509Certificate> answer = Optional.empty();

        private Question(String name, List<X509Certificate> offered) {
            this.name = name;
            this.offered = List.copyOf(offered);
        }

        URI address() {
            return CertificateChooser.this.address().resolve(name);
        }

        /** The certificate at a row of the page, counted from zero. */
        X509Certificate at(int row) {
            return offered.get(row);
        }

        boolean isAnswered() {
            return answered;
        }

        /** What was pressed: a certificate, or none. */
        Optional<X509Certificate> chosen() {
            return answer;
        }

        private void answer(Optional<String> query) {
            answer = query.filter(words -> words.matches("certificate=\\d{1,3}"))
                    .map(words -> Integer.parseInt(words.substring(words.indexOf('=') + 1)))
                    .filter(row -> row < offered.size())
                    .map(offered::get);
            answered = true;
        }

        private String page() {
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < offered.size(); row++) {
                X509Certificate certificate = offered.get(row);
                rows.append(ROW.formatted(
                        row,
                        row == 0 ? " checked" : "",
                        Entities.escape(CertificateNames.commonName(certificate)),
                        Entities.escape(CertificateNames.commonName(certificate.getIssuerX500Principal())),
                        certificate.getSerialNumber().toString(16)));
            }
            return PAGE.formatted(name, rows, name);
        }

        @Override
        public void close() {
            open.remove(name);
        }
    }
}

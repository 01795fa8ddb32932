package org.cacharness.harborgate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * A small portal on the JDK's own web server: one port for people with a passphrase, one that asks for a smart card. Both are on
 * loopback, at ports that nobody chose.
 */
public final class HarborGate implements AutoCloseable {
    private final HttpsServer open;
    private final HttpsServer cards;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "harbor-gate");
        thread.setDaemon(true);
        return thread;
    });
    private final Accounts accounts = new Accounts();
    private final Set<String> browsers = ConcurrentHashMap.newKeySet();
    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);

    private final Tls tls;

    private HarborGate(Tls tls, HttpsServer open, HttpsServer cards) {
        this.tls = tls;
        this.open = open;
        this.cards = cards;
    }

    /**
     * Opens it.
     *
     * @param key its server key
     * @param password of that key
     * @param issuers of cards, asked for at each handshake
     */
    public static HarborGate open(KeyStore key, char[] password, Supplier<Collection<X509Certificate>> issuers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(key, password);
            context.init(keys.getKeyManagers(), new TrustManager[] {new IssuerTrust(issuers)}, null);
            Tls tls = new Tls();
            HarborGate gate = new HarborGate(tls, server(context, tls, false), server(context, tls, true));
            gate.begin();
            return gate;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Harbor Gate: could not be opened: " + e, e);
        }
    }

    /** What the gate speaks. */
    private static final class Tls {
        private volatile String[] versions = {"TLSv1.3", "TLSv1.2"};
    }

    private static HttpsServer server(SSLContext context, Tls spoken, boolean asksForCard) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setWantClientAuth(asksForCard);
                tls.setProtocols(spoken.versions.clone());
                parameters.setSSLParameters(tls);
            }
        });
        return server;
    }

    private void begin() {
        open.setExecutor(threads);
        cards.setExecutor(threads);
        open.createContext("/", exchange -> visit(exchange).answerOpen());
        cards.createContext("/", exchange -> {
            browsers.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
            visit(exchange).answerCards();
        });
        open.createContext("/moved", exchange -> {
            byte[] page = "<!doctype html><title>Moved</title><script>location.replace('/')</script>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        open.start();
        cards.start();
    }

    private Visit visit(HttpExchange exchange) {
        return new Visit((HttpsExchange) exchange, accounts, flaws, new Pages(flaws, address(), cardAddress()));
    }

    /** What a member types. */
    public URI address() {
        return URI.create("https://localhost:" + open.getAddress().getPort() + "/");
    }

    private URI cardAddress() {
        return URI.create("https://localhost:" + cards.getAddress().getPort() + "/");
    }

    /** Opens an account. */
    public void openAccount(String user, String holder, String number, String passphrase) {
        accounts.open(user, holder, number, passphrase);
    }

    /** Whether a card is linked to the account. */
    public boolean hasCard(String user) {
        return accounts.named(user).orElseThrow().linked.isPresent();
    }

    /** How often somebody came with a wrong passphrase. */
    public int refusedPassphrases() {
        return accounts.refused.get();
    }

    /** How browsers that asked for the card called themselves (RFC 9110, 10.1.5). */
    public Set<String> browsersWithCard() {
        return Set.copyOf(browsers);
    }

    /** From now on it speaks this version of TLS, as the JDK names it, and no other. */
    public void speaksOnly(String version) {
        tls.versions = new String[] {version};
    }

    /** From now on these are wrong, and nothing else. */
    public void has(Set<Flaw> wrong) {
        flaws.clear();
        flaws.addAll(wrong);
    }

    @Override
    public void close() {
        open.stop(0);
        cards.stop(0);
        threads.shutdownNow();
    }
}

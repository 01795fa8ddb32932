package org.cacharness.environment;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.cacharness.simulator.pki.TestPki;

/** Some other site that asks for a certificate, takes any, and knows nobody: a place to enter a PIN before the portal wants it. */
final class NeighbourSite implements AutoCloseable {
    private static final int OK = 200;

    private final HttpsServer server;
    private final ExecutorService threads;

    private NeighbourSite(HttpsServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static NeighbourSite start(TestPki pki) {
        return start(pki, Optional.empty());
    }

    /** The same with one version of TLS only, as the JDK names it. */
    static NeighbourSite start(TestPki pki, Optional<String> protocol) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "neighbour-site");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.setHttpsConfigurator(wantingCertificates(contextOf(pki), protocol));
            server.createContext("/", exchange -> welcome((HttpsExchange) exchange));
            server.start();
            return new NeighbourSite(server, threads);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Another site: could not be started: " + e.getMessage(), e);
        }
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void welcome(HttpsExchange exchange) throws IOException {
        byte[] page = ("<!doctype html><title>Neighbour</title><h1>Another site</h1><p>"
                        + exchange.getSSLSession().getProtocol() + " with "
                        + visitor(exchange.getSSLSession()) + "</p>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(OK, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static String visitor(SSLSession session) {
        try {
            return session.getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException nobody) {
            return "no certificate";
        }
    }

    private static SSLContext contextOf(TestPki pki) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(pki.serverKey("localhost"), pki.storePassword());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new TakesAny()}, null);
        return context;
    }

    private static HttpsConfigurator wantingCertificates(SSLContext context, Optional<String> protocol) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanting = getSSLContext().getDefaultSSLParameters();
                wanting.setWantClientAuth(true);
                protocol.ifPresent(only -> wanting.setProtocols(new String[] {only}));
                parameters.setSSLParameters(wanting);
            }
        };
    }

    /** Whoever proves to have a certificate's key may have any certificate. */
    private static final class TakesAny extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("Another site: it is a server, and asks no other");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

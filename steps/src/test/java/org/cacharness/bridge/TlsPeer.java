package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Some TLS server: says what it saw of the connection, and the line that it was sent. */
final class TlsPeer implements AutoCloseable {
    private final ServerSocket listener;
    private final SSLContext context;
    private final SSLParameters parameters;
    private final Thread thread = new Thread(this::serve, "tls-peer");

    private TlsPeer(ServerSocket listener, SSLContext context, SSLParameters parameters) {
        this.listener = listener;
        this.context = context;
        this.parameters = parameters;
        thread.setDaemon(true);
        thread.start();
    }

    static TlsPeer start(SSLContext context, SSLParameters parameters) throws IOException {
        return new TlsPeer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), context, parameters);
    }

    Origin origin() {
        return new Origin("localhost", listener.getLocalPort());
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                answer(client);
                client.shutdownOutput();
                // What is closed with something unread takes back what was sent last: the alert
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException ended) {
                // The next one may come
            }
        }
    }

    private void answer(Socket client) {
        try {
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(client, InputStream.nullInputStream(), false);
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            String line = new BufferedReader(new InputStreamReader(secured.getInputStream(), UTF_8)).readLine();
            secured.getOutputStream().write((seen(secured) + "|" + line + "\n").getBytes(UTF_8));
            secured.close();
        } catch (IOException refused) {
            // The client has got the alert
        }
    }

    private static String seen(SSLSocket client) {
        return client.getSession().getProtocol() + "|" + client.getApplicationProtocol() + "|" + subject(client);
    }

    private static String subject(SSLSocket client) {
        try {
            return Arrays.stream(client.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .map(certificate -> certificate.getSubjectX500Principal().getName())
                    .findFirst()
                    .orElseThrow();
        } catch (SSLPeerUnverifiedException none) {
            return "nobody";
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

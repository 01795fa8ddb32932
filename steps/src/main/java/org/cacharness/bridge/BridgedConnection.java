package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection of the browser, from its CONNECT to its end. */
final class BridgedConnection {
    private final BridgeTls tls;
    private final Predicate<Origin> portal;
    private final Lock onePerson;
    private final Executor threads;
    private final OpenSockets sockets;

    /**
     * Prepares connections.
     *
     * @param tls both sides
     * @param portal where TLS is ended and begun anew
     * @param onePerson held while the portal's handshake may ask the member something
     * @param threads a thread of its own for each direction
     * @param sockets is told of every socket towards a portal
     */
    BridgedConnection(BridgeTls tls, Predicate<Origin> portal, Lock onePerson, Executor threads, OpenSockets sockets) {
        this.tls = tls;
        this.portal = portal;
        this.onePerson = onePerson;
        this.threads = threads;
        this.sockets = sockets;
    }

    /** Serves the browser until either side ends. */
    void serve(Socket browser) throws IOException, InterruptedException {
        try {
            serve(browser, RequestHead.read(browser.getInputStream()));
        } catch (ProtocolException tooLong) {
            refuse(browser, "405 Method Not Allowed");
        }
    }

    /** The same, for a browser whose request was read. */
    void serve(Socket browser, RequestHead head) throws IOException, InterruptedException {
        Origin origin;
        try {
            origin = head.tunnel();
        } catch (ProtocolException another) {
            refuse(browser, "405 Method Not Allowed");
            return;
        }
        Socket open = sockets.opened(new Socket());
        try {
            serve(browser, open, origin);
        } finally {
            sockets.ended(open);
        }
    }

    private void serve(Socket browser, Socket open, Origin origin) throws IOException, InterruptedException {
        try {
            PortalConnection.connect(open, origin);
        } catch (IOException unreachable) {
            if (portal.test(origin)) {
                tls.witness().brokeOff(origin, unreachable);
            }
            refuse(browser, "502 Bad Gateway");
            return;
        }
        answer(browser, "200 Connection Established");
        if (!portal.test(origin)) {
            Relay.between(browser, open, threads);
            return;
        }
        ClientHello hello = ClientHello.read(browser.getInputStream());
        if (hello.isTls()) {
            bridge(browser, open, origin, hello);
        } else {
            passOn(browser, open, hello);
        }
    }

    private void bridge(Socket browser, Socket open, Origin origin, ClientHello hello)
            throws IOException, InterruptedException {
        SSLSocket secured;
        try {
            secured = handshake(open, origin, hello);
        } catch (PortalConnection.NotTrustedException notTrusted) {
            tls.witness().brokeOff(origin, notTrusted);
            meetsItself(browser, origin, hello);
            return;
        } catch (IOException failure) {
            tls.witness().brokeOff(origin, failure);
            browser.getOutputStream().write(Alert.of(failure));
            return;
        }
        Relay.between(handshake(browser, hello, secured.getApplicationProtocol()), secured, threads);
    }

    private void meetsItself(Socket browser, Origin origin, ClientHello hello)
            throws IOException, InterruptedException {
        Socket again = sockets.opened(new Socket());
        try {
            PortalConnection.connect(again, origin);
            passOn(browser, again, hello);
        } finally {
            sockets.ended(again);
        }
    }

    private SSLSocket handshake(Socket open, Origin origin, ClientHello hello) throws IOException {
        onePerson.lock();
        try {
            return PortalConnection.secure(open, origin, hello.protocols(), tls);
        } finally {
            onePerson.unlock();
        }
    }

    /** The browser gets the application protocol that the portal chose, so that what follows need not be understood. */
    private Socket handshake(Socket browser, ClientHello hello, String protocol) throws IOException {
        SSLContext context = tls.towardsBrowser();
        SSLSocket secured = (SSLSocket)
                context.getSocketFactory().createSocket(browser, new ByteArrayInputStream(hello.bytes()), true);
        if (!protocol.isEmpty()) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {protocol});
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
    }

    /** The browser meets the other side itself, and shows what it thinks of it. */
    private void passOn(Socket browser, Socket open, ClientHello hello) throws IOException, InterruptedException {
        open.getOutputStream().write(hello.bytes());
        Relay.between(browser, open, threads);
    }

    /** Answers with nothing but a status, and fields that are part of it; the connection ends. */
    static void refuse(Socket browser, String status) throws IOException {
        answer(browser, status + "\r\nContent-Length: 0\r\nConnection: close");
    }

    private static void answer(Socket browser, String status) throws IOException {
        browser.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(US_ASCII));
    }
}

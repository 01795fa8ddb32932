package org.cacharness.bridge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The connection to the portal, in which the certificate of the card is presented. */
final class PortalConnection {
    private static final int CONNECT_MILLIS = 10_000;

    private PortalConnection() {}

    /** Connects, without TLS. */
    static void connect(Socket socket, Origin origin) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(origin.host(), origin.port()), CONNECT_MILLIS);
    }

    /**
     * Does the handshake as the browser would: same name, same application protocols.
     *
     * @throws NotTrustedException if the portal's own certificate is no good
     * @throws SSLException if the handshake fails otherwise
     */
    static SSLSocket secure(Socket open, Origin origin, List<String> protocols, BridgeTls tls) throws IOException {
        SSLSocket portal = (SSLSocket)
                tls.towardsPortal().getSocketFactory().createSocket(open, origin.host(), origin.port(), true);
        SSLParameters parameters = portal.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        portal.setSSLParameters(parameters);
        try {
            portal.startHandshake();
            return portal;
        } catch (SSLException failure) {
            Relay.close(portal);
            throw isAboutThePortalsCertificate(failure) ? new NotTrustedException(failure) : failure;
        } finally {
            tls.witness().shookHands(portal);
        }
    }

    private static boolean isAboutThePortalsCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** The portal's certificate is not trusted, has expired, or is another's. */
    static final class NotTrustedException extends IOException {
        private static final long serialVersionUID = 1L;

        NotTrustedException(SSLException failure) {
            super("TLS bridge: the portal's certificate is no good: " + failure.getMessage(), failure);
        }
    }
}

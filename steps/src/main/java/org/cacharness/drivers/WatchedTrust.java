package org.cacharness.drivers;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Tells what a handshake agreed on when the server's certificate is looked at, which is in every full handshake; a resumed session
 * keeps what was agreed on before.
 */
final class WatchedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;
    private final Traffic traffic;

    WatchedTrust(X509ExtendedTrustManager trust, Traffic traffic) {
        this.trust = trust;
        this.traffic = traffic;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        traffic.handshakes().looked(socket);
        if (socket instanceof SSLSocket tls) {
            tell(tls.getHandshakeSession(), chain[0]);
        }
        trust.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        tell(engine.getHandshakeSession(), chain[0]);
        trust.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }

    private void tell(SSLSession session, X509Certificate server) {
        traffic.agreed(session.getPeerHost() + ": " + session.getProtocol() + ", " + session.getCipherSuite()
                + ", server " + CertificateNames.commonName(server) + ", "
                + server.getPublicKey().getAlgorithm() + ", " + server.getSigAlgName());
    }
}

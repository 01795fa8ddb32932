package org.cacharness.simulator.portal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What TLS asks of a client certificate: a chain to a trust anchor (RFC 5280, 6.1), as it stood when the certificate was issued.
 *
 * <p>The dates are left to the portal, which keeps virtual time and owes the member a page that says what is wrong; a handshake
 * that fails says nothing.
 */
class ClientChainTrust extends X509ExtendedTrustManager {
    private final Set<TrustAnchor> anchors;
    private final boolean anyIssuer;

    /**
     * Reads the anchors.
     *
     * @param anyIssuer whether a chain to none of them does as well, as at a wrong portal
     */
    ClientChainTrust(KeyStore trust, boolean anyIssuer) throws GeneralSecurityException {
        this.anyIssuer = anyIssuer;
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trust, new X509CertSelector());
        anchors = parameters.getTrustAnchors().stream()
                .filter(anchor -> anchor.getTrustedCert() != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anyIssuer
                ? new X509Certificate[0]
                : anchors.stream().map(TrustAnchor::getTrustedCert).toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (anyIssuer) {
            return;
        }
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(chain[0]);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            parameters.setDate(java.util.Date.from(chain[0].getNotBefore().toInstant()));
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(
                    "client certificate: expected a chain to a trust anchor of the portal, got "
                            + chain[0].getIssuerX500Principal() + ": present a certificate of the test PKI",
                    e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("the portal is a server: it trusts no server certificate");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }
}

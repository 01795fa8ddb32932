package org.cacharness.harborgate;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which cards may knock: those of issuers whom the gate knows at that moment. Dates are read behind the gate. */
final class IssuerTrust extends X509ExtendedTrustManager {
    private final Supplier<Collection<X509Certificate>> issuers;

    IssuerTrust(Supplier<Collection<X509Certificate>> issuers) {
        this.issuers = issuers;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.get().toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        X509CertSelector card = new X509CertSelector();
        card.setCertificate(chain[0]);
        try {
            PKIXBuilderParameters path = new PKIXBuilderParameters(
                    issuers.get().stream()
                            .map(issuer -> new TrustAnchor(issuer, null))
                            .collect(Collectors.toSet()),
                    card);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            path.setRevocationEnabled(false);
            path.setDate(Date.from(chain[0].getNotBefore().toInstant()));
            CertPathBuilder.getInstance("PKIX").build(path);
        } catch (GeneralSecurityException stranger) {
            throw new CertificateException("Harbor Gate: a card of an issuer it does not know", stranger);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("Harbor Gate is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }
}

package org.cacharness.simulator.portal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Tells the stubs what the connector saw in TLS, the way a TLS-terminating proxy does, by two request headers.
 *
 * <p>Both are taken off every request first: a browser can send any header it likes, and identity comes from TLS alone.
 */
public final class ClientCertificateHeaders {
    /** {@code SUCCESS} if a certificate was presented and its chain verified, else {@code NONE}. */
    public static final String VERIFY = "SSL-Client-Verify";
    /** The certificate, DER in Base64; absent if none was presented. */
    public static final String CERTIFICATE = "SSL-Client-Cert";

    private ClientCertificateHeaders() {}

    /** Replaces whatever the browser sent by what TLS shows. */
    static final HttpConfiguration.Customizer FROM_TLS = (request, response) -> dress(request, chain(request));

    /** The mutant: where TLS shows nothing, the browser's own headers stay. */
    static final HttpConfiguration.Customizer FROM_TLS_OR_BROWSER = (request, response) -> {
        X509Certificate[] chain = chain(request);
        return chain.length == 0 ? request : dress(request, chain);
    };

    static Optional<X509Certificate> read(com.github.tomakehurst.wiremock.http.Request request) {
        return request.header(VERIFY).isPresent()
                        && request.header(VERIFY).containsValue("SUCCESS")
                        && request.header(CERTIFICATE).isPresent()
                ? Optional.of(decode(request.header(CERTIFICATE).firstValue()))
                : Optional.empty();
    }

    private static X509Certificate[] chain(Request request) {
        Object tls = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        X509Certificate[] chain =
                tls instanceof EndPoint.SslSessionData data ? data.peerCertificates() : new X509Certificate[0];
        return chain == null ? new X509Certificate[0] : chain;
    }

    private static Request dress(Request request, X509Certificate[] chain) {
        HttpFields.Mutable fields =
                HttpFields.build(request.getHeaders()).remove(VERIFY).remove(CERTIFICATE);
        if (chain.length == 0) {
            fields.put(VERIFY, "NONE");
        } else {
            fields.put(VERIFY, "SUCCESS").put(CERTIFICATE, encode(chain[0]));
        }
        HttpFields seen = fields.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return seen;
            }
        };
    }

    private static String encode(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("client certificate: expected DER, got none", e);
        }
    }

    private static X509Certificate decode(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "client certificate header: expected DER in Base64, got something else", e);
        }
    }
}

package org.cacharness.simulator.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;

/** Asks what has become of a certificate, at the addresses that the certificate itself names. */
final class RevocationReader {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;

    RevocationReader(Clock clock) {
        this.clock = clock;
    }

    /** By OCSP, at the address in the authority information access (RFC 5280, 4.2.2.1). */
    RevocationStatus byOcsp(X509Certificate certificate, X509Certificate issuer) {
        String question =
                "OCSP for certificate " + certificate.getSerialNumber().toString(16);
        try {
            OcspQuestion asked = OcspQuestion.about(certificate, issuer);
            byte[] answer = exchange(RevocationAddresses.ocsp(certificate), asked.encoded());
            return asked.read(answer, clock.instant());
        } catch (IOException | OCSPException | OperatorCreationException | GeneralSecurityException e) {
            return new RevocationStatus.Unreachable(question + ": " + e.getMessage());
        }
    }

    /** By the CRL at its distribution point (RFC 5280, 4.2.1.13). */
    RevocationStatus byCrl(X509Certificate certificate, X509Certificate issuer) {
        String question = "CRL for certificate " + certificate.getSerialNumber().toString(16);
        try {
            byte[] answer = exchange(RevocationAddresses.crl(certificate), new byte[0]);
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer));
            list.verify(issuer.getPublicKey());
            if (list.getNextUpdate().toInstant().isBefore(clock.instant())) {
                return new RevocationStatus.Unreachable(question + ": stale since " + list.getNextUpdate());
            }
            return statusIn(list, certificate);
        } catch (IOException | GeneralSecurityException e) {
            return new RevocationStatus.Unreachable(question + ": " + e.getMessage());
        }
    }

    private static RevocationStatus statusIn(X509CRL list, X509Certificate certificate) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate);
        if (entry == null) {
            return new RevocationStatus.Good();
        }
        CRLReason reason = entry.getRevocationReason();
        return RevocationStatus.revokedFor(reason == null ? CRLReason.UNSPECIFIED : reason);
    }

    /** GET when there is nothing to send, else POST. */
    private static byte[] exchange(URI address, byte[] body) throws IOException {
        if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
            throw new IOException("refused to ask " + address + ": the simulator talks to loopback only");
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setRequestProperty("Connection", "close");
        try {
            if (body.length > 0) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/ocsp-request");
                connection.getOutputStream().write(body);
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException(address + " answered " + connection.getResponseCode() + ", expected 200");
            }
            return connection.getInputStream().readAllBytes();
        } finally {
            connection.disconnect();
        }
    }
}

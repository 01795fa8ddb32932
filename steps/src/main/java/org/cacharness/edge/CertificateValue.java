package org.cacharness.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.zip.GZIPInputStream;

/** The value of tag 70 of a PKI container: a certificate, compressed or not, from a card that may hold anything. */
final class CertificateValue {
    /** A CAC's certificate has less than 2 KiB; nothing is decompressed or parsed beyond eight times that. */
    static final int LONGEST = 16 * 1024;

    private final byte[] value;
    private final boolean compressed;

    /**
     * A value as it was read.
     *
     * @param compressed whether CertInfo says gzip (RFC 1952)
     */
    CertificateValue(byte[] value, boolean compressed) {
        this.value = value.clone();
        this.compressed = compressed;
    }

    /**
     * The certificate in it.
     *
     * @throws IOException if it is not compressed as it says, or longer than {@link #LONGEST}
     * @throws CertificateException if it is none
     */
    X509Certificate certificate() throws IOException, CertificateException {
        Certificate parsed =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded()));
        if (parsed instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new CertificateException("no X.509 certificate");
    }

    private byte[] encoded() throws IOException {
        byte[] encoded = compressed ? inflated() : value;
        if (encoded.length > LONGEST) {
            throw new IOException("more than " + LONGEST + " bytes");
        }
        return encoded;
    }

    private byte[] inflated() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(value))) {
            return in.readNBytes(LONGEST + 1);
        }
    }
}

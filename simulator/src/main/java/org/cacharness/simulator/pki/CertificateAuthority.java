package org.cacharness.simulator.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root or an issuer: signs certificates, and knows which of them it issued and which it revoked. */
final class CertificateAuthority {
    private static final int SERIAL_BITS = 62;

    private final String fileName;
    private final KeyPair keys;
    private final String signatureAlgorithm;
    private final X509Certificate certificate;
    private final X509CertificateHolder holder;
    private final Ledger ledger = new Ledger();
    private final SecureRandom random = new SecureRandom();

    private CertificateAuthority(String fileName, KeyPair keys, String algorithm, X509CertificateHolder holder) {
        this.fileName = fileName;
        this.keys = keys;
        this.signatureAlgorithm = algorithm;
        this.holder = holder;
        this.certificate = toCertificate(holder);
    }

    /** Who is certified, and with what extensions. */
    record Request(X500Name subject, PublicKey key, CardValidity.Window validity, Profile profile) {}

    /** Adds a certificate's extensions. */
    @FunctionalInterface
    interface Profile {
        void addTo(X509v3CertificateBuilder certificate) throws IOException;
    }

    static CertificateAuthority root(String name, KeyPair keys, String digest, Request request) {
        String algorithm = digest + schemeOf(keys);
        BigInteger serial = newSerial(new SecureRandom());
        return new CertificateAuthority(
                fileNameOf(name), keys, algorithm, sign(request.subject(), keys, algorithm, request, serial));
    }

    /** An authority below this one, which hashes as this one does. */
    CertificateAuthority subordinate(String name, KeyPair keys, Request request) {
        String digest = signatureAlgorithm.substring(0, signatureAlgorithm.indexOf("with"));
        return new CertificateAuthority(fileNameOf(name), keys, digest + schemeOf(keys), issueHolder(request));
    }

    X509Certificate issue(Request request) {
        return toCertificate(issueHolder(request));
    }

    /** The same, under a number that was asked for: it is the caller's matter that no two certificates have it. */
    X509Certificate issue(Request request, BigInteger serial) {
        return toCertificate(issueHolder(request, serial));
    }

    /** {@code DODIDCA_64} for {@code DOD ID CA-64}: how DoD names the files of its issuers. */
    String fileName() {
        return fileName;
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509CertificateHolder holder() {
        return holder;
    }

    Ledger ledger() {
        return ledger;
    }

    ContentSigner signer() {
        return signer(keys, signatureAlgorithm);
    }

    /** Whether this authority's key signed the certificate; a name alone proves nothing. */
    boolean issued(X509Certificate other) {
        if (!other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            return false;
        }
        try {
            other.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    X509CertificateHolder issueHolder(Request request) {
        return issueHolder(request, newSerial(random));
    }

    private X509CertificateHolder issueHolder(Request request, BigInteger serial) {
        ledger.enter(serial);
        return sign(holder.getSubject(), keys, signatureAlgorithm, request, serial);
    }

    private static X509CertificateHolder sign(
            X500Name issuer, KeyPair issuerKeys, String algorithm, Request request, BigInteger serial) {
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(request.key().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(request.validity().notBefore()),
                Date.from(request.validity().notAfter()),
                request.subject(),
                key);
        try {
            X509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(SubjectPublicKeyInfo.getInstance(
                            issuerKeys.getPublic().getEncoded())));
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            request.profile().addTo(builder);
        } catch (IOException e) {
            throw new UncheckedIOException("issue certificate for " + request.subject(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("issue certificate for " + request.subject(), e);
        }
        return builder.build(signer(issuerKeys, algorithm));
    }

    private static ContentSigner signer(KeyPair keys, String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("test PKI: this JDK cannot sign with " + algorithm, e);
        }
    }

    private static X509Certificate toCertificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "test PKI: this JDK cannot read the certificate of " + holder.getSubject(), e);
        }
    }

    /** Never short, never negative. */
    private static BigInteger newSerial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }

    private static String schemeOf(KeyPair keys) {
        return keys.getPrivate().getAlgorithm().equals("EC") ? "withECDSA" : "withRSA";
    }

    private static String fileNameOf(String name) {
        return name.toUpperCase(Locale.ROOT).replace(" ", "").replace('-', '_');
    }
}

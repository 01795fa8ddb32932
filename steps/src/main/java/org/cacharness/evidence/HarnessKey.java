package org.cacharness.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The harness's own signing key, made when it is first needed and kept for the user alone, as SSH keeps keys.
 *
 * <p>Key and self-signed certificate are one PEM file. What it proves: that a pack was made by somebody who could read that file.
 */
public final class HarnessKey {
    /** The file's name in its folder. */
    public static final String FILE = "evidence-key.pem";

    private static final int RSA_BITS = 3072;
    private static final int SERIAL_BITS = 127;
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final X500Name NAME = new X500Name("CN=CAC Registration Harness evidence key");

    private HarnessKey() {}

    /**
     * The key of a folder; made if there is none.
     *
     * @throws EvidenceException if it cannot be read or made, or if others than its owner can read it
     */
    public static StoredKey in(Path folder, InstantSource clock) throws EvidenceException {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                OwnerOnly.write(file, pem(clock));
            }
            OwnerOnly.require(file);
            return read(file);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new EvidenceException(
                    "Evidence key: expected one that can be read or made at " + file + ", got " + e.getMessage()
                            + ": give another one by --sign-with pkcs12",
                    e);
        }
    }

    /** The certificate of the key, if there is one: packs that this machine has signed are known by it. */
    public static List<X509Certificate> certificateIn(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            return Files.exists(file) ? read(file).certificates() : List.of();
        } catch (IOException | GeneralSecurityException unreadable) {
            return List.of();
        }
    }

    private static StoredKey read(Path file) throws IOException, GeneralSecurityException {
        try (BufferedReader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            if (parser.readObject() instanceof PrivateKeyInfo key
                    && parser.readObject() instanceof X509CertificateHolder certificate) {
                return new StoredKey(
                        new JcaPEMKeyConverter().getPrivateKey(key),
                        List.of(new JcaX509CertificateConverter().getCertificate(certificate)));
            }
            throw new IOException("something else than a private key and its certificate");
        }
    }

    private static byte[] pem(InstantSource clock)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        KeyPair pair = generator.generateKeyPair();
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(pair.getPrivate(), null));
            writer.writeObject(certificate(pair, clock));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static X509CertificateHolder certificate(KeyPair pair, InstantSource clock)
            throws OperatorCreationException, CertIOException {
        Date from = Date.from(clock.instant());
        Date to = Date.from(clock.instant().plus(VALIDITY));
        return new JcaX509v3CertificateBuilder(
                        NAME, new BigInteger(SERIAL_BITS, new SecureRandom()), from, to, NAME, pair.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .build(new JcaContentSignerBuilder(SignatureAlgorithm.RSA.jcaName()).build(pair.getPrivate()));
    }
}

package org.cacharness.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Small packs to test with, and a signer whose key is made once for a run of the tests. */
final class Packs {
    static final StoredKey SIGNER = signer("CN=Someone who signs");
    static final StoredKey OTHER = signer("CN=Someone else");

    private Packs() {}

    static byte[] pack(Map<String, String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackWriter writer = new PackWriter(out);
        try {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                writer.add(file.getKey(), file.getValue().getBytes(UTF_8));
            }
            writer.finish(SIGNER);
        } catch (IOException | EvidenceException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] pack() {
        return pack(Map.of(
                "identity.json", "{}",
                "report/index.html", "<p>".repeat(200),
                "report/empty.txt", "",
                "report/pages/ä.html", "<title>Ä</title>"));
    }

    static Inspection inspect(Path folder, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("pack.zip"), bytes);
        try (EvidencePack pack = EvidencePack.open(file)) {
            return pack.inspect();
        }
    }

    private static StoredKey signer(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name(name);
            Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
            Date to = Date.from(Instant.parse("2046-01-01T00:00:00Z"));
            return new StoredKey(
                    pair.getPrivate(),
                    List.of(new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            subject, BigInteger.TEN, from, to, subject, pair.getPublic())
                                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}

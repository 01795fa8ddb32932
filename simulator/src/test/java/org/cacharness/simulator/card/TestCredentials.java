package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cacharness.simulator.pki.CardIdentity;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.ContentSigner;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Edipi;
import org.cacharness.simulator.pki.IssuedCard;
import org.cacharness.simulator.pki.Persona;

/** Self-signed credentials, made once for a run. */
final class TestCredentials {
    static final Persona ADA = new Persona(
            "Ada",
            "LOVELACE",
            "ADA",
            "KING",
            null,
            new Edipi("9900000001"),
            "USA",
            null,
            "ada",
            "Has a card in order.");
    static final Persona BEN = new Persona(
            "Ben", "SMITH", "BEN", null, "JR", new Edipi("9900000002"), "USN", null, "ben", "Has another card.");

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2046-01-01T00:00:00Z");

    static final CardIdentity IDENTITY_OF_CARD = new CardIdentity(
            HexFormat.of().parseHex("D0439458210C2C19A0846D83685A1082108CE73984108CA3FC"),
            UUID.fromString("6a1f2c38-5b7e-4b8a-9f7e-0c7b3d0f9a11"),
            LocalDate.of(2028, 12, 31));

    static final KeyPair RSA_2048 = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    static final KeyPair OTHER_RSA_2048 = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    static final KeyPair P_256 = pair("EC", new ECGenParameterSpec("secp256r1"));
    static final KeyPair P_384 = pair("EC", new ECGenParameterSpec("secp384r1"));

    private TestCredentials() {}

    static KeyPair rsa3072() {
        return pair("RSA", new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
    }

    static CardContents ada() {
        return contents(ADA, RSA_2048, P_256, P_384);
    }

    /** What a dual card takes: 9A RSA-2048, 9C P-256, 9D P-384, 9E P-256; its PUK is 12345678. */
    static CardContents dual() {
        return dual(OTHER_RSA_2048, P_256, P_384, P_256);
    }

    static CardContents dual(KeyPair authentication, KeyPair signature, KeyPair management, KeyPair card) {
        IssuedCard issued = new IssuedCard(
                IDENTITY_OF_CARD,
                List.of(
                        credential(ADA, CertificateRole.IDENTITY, RSA_2048),
                        credential(ADA, CertificateRole.EMAIL_SIGNATURE, signature),
                        credential(ADA, CertificateRole.EMAIL_ENCRYPTION, management),
                        credential(ADA, CertificateRole.PIV_AUTHENTICATION, authentication),
                        credential(ADA, CertificateRole.CARD_AUTHENTICATION, card)),
                new ContentSigner(certificate(ADA, RSA_2048), RSA_2048.getPrivate()));
        return CardContents.of(CardSerial.of(1), ADA, issued, "123456".toCharArray())
                .as(CardModel.DUAL)
                .withPuk("12345678".getBytes(US_ASCII));
    }

    static CardContents contents(Persona persona, KeyPair identity, KeyPair signature, KeyPair encryption) {
        return CardContents.of(
                CardSerial.of(Long.parseLong(persona.edipi().digits())),
                persona,
                List.of(
                        credential(persona, CertificateRole.IDENTITY, identity),
                        credential(persona, CertificateRole.EMAIL_SIGNATURE, signature),
                        credential(persona, CertificateRole.EMAIL_ENCRYPTION, encryption)),
                "123456".toCharArray());
    }

    static Credential credential(Persona persona, CertificateRole role, KeyPair pair) {
        return new Credential(role, certificate(persona, pair), pair.getPrivate());
    }

    private static X509Certificate certificate(Persona persona, KeyPair pair) {
        X500Name name = new X500Name("CN=" + persona.commonName());
        String algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name, BigInteger.ONE, Date.from(FROM), Date.from(TO), name, pair.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

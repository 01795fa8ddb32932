package org.cacharness.edge;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardMutant;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.card.SimulatedTerminal;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Edipi;
import org.cacharness.simulator.pki.Persona;

/** A simulated card in a simulated reader, with everything that the edge puts in front of it. */
public final class Cards implements AutoCloseable {
    public static final String PIN = "739146";

    private static final Persona ADA = new Persona(
            "Ada", "LOVELACE", "ADA", null, null, new Edipi("9900000001"), "USA", null, "ada", "Has a card in order.");

    final SimulatedCac simulated;
    public final SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
    final ApduJournal journal = new ApduJournal();
    final SmartcardConnection connection;
    final CacCard card;

    private Cards(CardContents contents, PinPolicy policy) throws CardConnectionException {
        simulated = SimulatedCac.personalise(contents);
        terminal.insert(simulated);
        connection = SmartcardConnection.open(terminal);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        card = new CacCard(new JournalingConnection(connection, journal, clock), new PinGuard(policy));
    }

    /** A CAC in order. */
    public static Cards ofAda() throws CardConnectionException {
        return new Cards(contents(Keys.RSA_2048, Keys.P_256), PinPolicy.simulated());
    }

    static Cards ofAda(PinPolicy policy) throws CardConnectionException {
        return new Cards(contents(Keys.RSA_2048, Keys.P_256), policy);
    }

    static Cards ofAda(CardMutant mutant) throws CardConnectionException {
        return new Cards(contents(Keys.RSA_2048, Keys.P_256).with(Set.of(mutant)), PinPolicy.simulated());
    }

    static Cards of(CardContents contents) throws CardConnectionException {
        return new Cards(contents, PinPolicy.simulated());
    }

    static Cards compressed() throws CardConnectionException {
        return new Cards(contents(Keys.RSA_2048, Keys.P_256).compressed(), PinPolicy.simulated());
    }

    static Cards with(KeyPair identity, KeyPair signature) throws CardConnectionException {
        return new Cards(contents(identity, signature), PinPolicy.simulated());
    }

    static Pin pin(String digits) {
        return Pin.of(digits.toCharArray());
    }

    static PinEntry knows(String digits) {
        return (key, state) -> Optional.of(pin(digits));
    }

    CardCertificate certificate(PkiInstance instance) throws CardConnectionException {
        return card.certificates().stream()
                .filter(found -> found.instance() == instance)
                .findFirst()
                .orElseThrow();
    }

    CardKey key(PkiInstance instance, PinEntry pinEntry) throws CardConnectionException {
        return CardKey.of(card, certificate(instance), pinEntry);
    }

    /** The same card, under another guard. */
    CacCard guardedBy(PinGuard guard) {
        return new CacCard(connection, guard);
    }

    @Override
    public void close() {
        connection.close();
        simulated.close();
    }

    private static CardContents contents(KeyPair identity, KeyPair signature) {
        return CardContents.of(
                CardSerial.of(4711),
                ADA,
                List.of(
                        credential(CertificateRole.IDENTITY, identity),
                        credential(CertificateRole.EMAIL_SIGNATURE, signature)),
                PIN.toCharArray());
    }

    private static Credential credential(CertificateRole role, KeyPair pair) {
        return new Credential(role, Keys.selfSigned(ADA.commonName(), pair), pair.getPrivate());
    }

    /** Keys made once for a run. */
    static final class Keys {
        static final KeyPair RSA_2048 = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        static final KeyPair RSA_3072 = pair("RSA", new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
        static final KeyPair P_256 = pair("EC", new ECGenParameterSpec("secp256r1"));
        static final KeyPair P_384 = pair("EC", new ECGenParameterSpec("secp384r1"));

        private Keys() {}

        static X509Certificate selfSigned(String commonName, KeyPair pair) {
            X500Name name = new X500Name("CN=" + commonName);
            String algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
            Date to = Date.from(Instant.parse("2046-01-01T00:00:00Z"));
            try {
                return new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, to, name, pair.getPublic())
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
}

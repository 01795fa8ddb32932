package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.KeyAgreement;
import org.cacharness.simulator.pki.CertificateRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PivEdgeTest {
    private static final byte[] MESSAGE = "Registered information".getBytes(US_ASCII);
    private static final int CHALLENGE = 0x81;
    private static final int EXPONENTIATION = 0x85;

    @Test
    void rsa_2048_comes_in_a_chain_and_its_result_in_two_pieces() {
        try (SimulatedCac card = powered(TestCredentials.dual())) {
            PivClient piv = new PivClient(card);
            piv.send(PivClient.PIN);

            assertThat(decryptedByPublicKey(piv, 0x07, 0x9A, TestCredentials.OTHER_RSA_2048))
                    .isTrue();
        }
    }

    @Test
    void rsa_3072_works_in_each_slot() {
        KeyPair pair = TestCredentials.rsa3072();
        try (SimulatedCac card = powered(TestCredentials.dual(pair, pair, pair, pair))) {
            PivClient piv = new PivClient(card);
            for (int key : new int[] {0x9A, 0x9C, 0x9D, 0x9E}) {
                piv.send(PivClient.PIN);
                assertThat(decryptedByPublicKey(piv, 0x05, key, pair)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"17, SHA-256, 154", "17, SHA-256, 156", "17, SHA-256, 158", "20, SHA-384, 154", "20, SHA-384, 156"})
    void an_ec_key_signs_a_hash(int algorithm, String hash, int key) throws Exception {
        KeyPair pair = algorithm == 0x11 ? TestCredentials.P_256 : TestCredentials.P_384;
        try (SimulatedCac card = powered(TestCredentials.dual(pair, pair, pair, pair))) {
            PivClient piv = new PivClient(card);
            piv.send(PivClient.PIN);

            byte[] signature = piv.authenticate(
                    algorithm, key, CHALLENGE, MessageDigest.getInstance(hash).digest(MESSAGE));

            assertThat(verifies(hash.replace("-", "") + "withECDSA", pair, signature))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"17, secp256r1", "20, secp384r1"})
    void the_key_management_key_agrees_on_the_secret_that_the_other_side_has(int algorithm, String curve)
            throws Exception {
        KeyPair own = algorithm == 0x11 ? TestCredentials.P_256 : TestCredentials.P_384;
        try (SimulatedCac card = powered(TestCredentials.dual(own, own, own, own))) {
            PivClient piv = new PivClient(card);
            piv.send(PivClient.PIN);
            for (KeyPair other : List.of(pair(curve), pairWhoseSecretBeginsWithZero(own, curve))) {
                byte[] secret = piv.authenticate(algorithm, 0x9D, EXPONENTIATION, point(other));

                assertThat(secret).isEqualTo(secret(own, other));
            }
        }
    }

    @Test
    void random_numbers_differ() {
        try (SimulatedCac card = powered(TestCredentials.dual())) {
            PivClient piv = new PivClient(card);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                String answer = piv.send("0087009B047C028100");
                assertThat(answer).startsWith("7C0A8108").endsWith("9000").hasSize(28);
                seen.add(answer);
            }
            assertThat(seen).hasSize(100);
        }
    }

    @Test
    void both_edges_have_the_same_signature_key() throws Exception {
        try (SimulatedCac card = powered(TestCredentials.dual())) {
            PivClient piv = new PivClient(card);
            piv.send("0020008008313233343536FFFF");
            piv.send("00A4040007A0000000790101");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(MESSAGE);
            byte[] response = card.transceive(concat(new byte[] {0, 0x42, 0, 0, 32}, hash));

            assertThat(verifies("SHA256withECDSA", TestCredentials.P_256, Arrays.copyOf(response, response.length - 2)))
                    .isTrue();
        }
    }

    @Test
    void a_selection_names_the_algorithms_of_the_keys() {
        try (SimulatedCac card = powered(TestCredentials.dual());
                SimulatedCac legacy = powered(TestCredentials.dual().as(CardModel.LEGACY_DUAL))) {
            assertThat(new PivClient(card).send("00A4040009A00000030800001000"))
                    .isEqualTo("6124" + "4F06000010000100" + "79074F05A000000308" + "5003504956" + "AC0C" + "800111"
                            + "800114" + "800107" + "060100" + "9000");
            assertThat(new PivClient(legacy).send("00A4040009A00000030800001000"))
                    .isEqualTo("6116" + "4F0BA000000308000010000100" + "79074F05A000000308" + "9000");
        }
    }

    @Test
    void two_dual_cards_in_one_process_share_nothing() {
        try (SimulatedCac one = powered(TestCredentials.dual());
                SimulatedCac other = powered(TestCredentials.dual())) {
            PivClient first = new PivClient(one);
            PivClient second = new PivClient(other);
            first.send("0020008008393939393939FFFF");
            second.send(PivClient.PIN);

            assertThat(first.send("00200080")).isEqualTo("63C2");
            assertThat(second.send("00200080")).isEqualTo("9000");
            assertThat(other.triesLeft()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CardModel.class,
            names = {"DUAL", "LEGACY_DUAL"})
    void power_off_ends_the_state_and_keeps_the_tries(CardModel model) {
        try (SimulatedCac card = powered(TestCredentials.dual().as(model))) {
            PivClient piv = new PivClient(card);
            piv.send("0020008008393939393939FFFF");
            piv.send("002C0080103939393939393939363534333231FFFF");
            piv.send(PivClient.PIN);
            piv.send("0020008008393939393939FFFF");
            card.reset();

            PivClient again = new PivClient(card);

            assertThat(again.send("00200080")).isEqualTo("63C2");
            assertThat(again.send("002C0080103939393939393939363534333231FFFF")).isEqualTo("63C1");
        }
    }

    @Test
    void the_ledger_counts_what_the_piv_edge_was_sent() {
        try (SimulatedCac card = powered(TestCredentials.dual())) {
            PivClient piv = new PivClient(card);
            List.of(
                            "00200080",
                            "0020FF80",
                            PivClient.PIN,
                            "0087119C267C248200812020" + "11".repeat(32),
                            "0087009B047C028100",
                            "002C0080103939393939393939363534333231FFFF")
                    .forEach(piv::send);

            assertThat(card.ledger())
                    .returns(1, CardLedger::pinQueries)
                    .returns(1, CardLedger::pinPresentations)
                    .returns(1, CardLedger::pinChanges)
                    .returns(1, CardLedger::pinRefusals)
                    .returns(1, CardLedger::signatures);
        }
    }

    @Test
    void a_card_with_a_piv_application_takes_no_pin_of_four_digits() {
        CardContents contents = CardContents.of(
                CardSerial.of(1), TestCredentials.ADA, TestCredentials.dual().issued(), "1234".toCharArray());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.as(CardModel.DUAL))
                .withMessageContaining("6 to 8 digits")
                .withMessageNotContaining("1234");
    }

    @Test
    void a_card_with_a_piv_application_is_made_of_an_issued_card() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestCredentials.ada().as(CardModel.DUAL))
                .withMessageContaining("TestPki.issueCard");
    }

    @Test
    void a_card_of_version_1_gives_its_certificates_in_pieces() throws Exception {
        try (SimulatedCac card = powered(TestCredentials.ada().as(CardModel.CAC_V1))) {
            byte[] stream = new byte[0];
            int next = 100;
            byte[] response;
            do {
                response = card.transceive(new byte[] {0, 0x36, 0, 0, (byte) next});
                stream = concat(stream, Arrays.copyOf(response, response.length - 2));
                next = response[response.length - 1] & 0xFF;
            } while (response[response.length - 2] == 0x63);

            assertThat(stream[0]).isZero();
            assertThat(Arrays.copyOfRange(stream, 1, stream.length))
                    .isEqualTo(TestCredentials.ada().credentials().stream()
                            .filter(credential -> credential.role() == CertificateRole.IDENTITY)
                            .findFirst()
                            .orElseThrow()
                            .certificate()
                            .getEncoded());
        }
    }

    /** One in 256 is such a one; the zero must stay in the card's answer. */
    private static KeyPair pairWhoseSecretBeginsWithZero(KeyPair own, String curve) throws GeneralSecurityException {
        KeyPair other;
        do {
            other = pair(curve);
        } while (secret(own, other)[0] != 0);
        return other;
    }

    private static byte[] secret(KeyPair own, KeyPair other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(other.getPrivate());
        agreement.doPhase(own.getPublic(), true);
        return agreement.generateSecret();
    }

    private static SimulatedCac powered(CardContents contents) {
        SimulatedCac card = SimulatedCac.personalise(contents);
        card.powerOn();
        return card;
    }

    /** Whether what the private key made of a random block is that block again by the public key. */
    private static boolean decryptedByPublicKey(PivClient piv, int algorithm, int key, KeyPair pair) {
        RSAPublicKey known = (RSAPublicKey) pair.getPublic();
        byte[] block = new byte[known.getModulus().bitLength() / 8];
        new SecureRandom().nextBytes(block);
        block[0] = 0;
        byte[] result = piv.authenticate(algorithm, key, CHALLENGE, block);
        return result.length == block.length
                && new BigInteger(1, result)
                        .modPow(known.getPublicExponent(), known.getModulus())
                        .equals(new BigInteger(1, block));
    }

    private static boolean verifies(String algorithm, KeyPair pair, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(pair.getPublic());
        verifier.update(MESSAGE);
        return verifier.verify(signature);
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** {@code 04 X Y}: the end of the key's encoding. */
    private static byte[] point(KeyPair pair) {
        int field = ((ECPublicKey) pair.getPublic())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize()
                / 8;
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 2 * field - 1, encoded.length);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

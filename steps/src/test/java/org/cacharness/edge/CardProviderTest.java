package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardProviderTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    /** One signature in 256 begins with zero; that none of so many does has a chance of one in six million. */
    private static final int MOST_ATTEMPTS = 4000;

    @BeforeAll
    static void register() {
        CardProvider.register();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1withRSA, RSA_2048", "SHA224withRSA, RSA_2048", "SHA256withRSA, RSA_2048", "SHA384withRSA, RSA_2048",
        "SHA512withRSA, RSA_2048", "NONEwithRSA, RSA_2048", "SHA256withRSA, RSA_3072", "SHA1withECDSA, P_256",
        "SHA224withECDSA, P_256", "SHA256withECDSA, P_256", "SHA384withECDSA, P_384", "SHA512withECDSA, P_256",
        "NONEwithECDSA, P_256"
    })
    void what_the_card_signs_the_jdk_verifies(String algorithm, String keyName) throws Exception {
        KeyPair pair = pair(keyName);
        try (Cards ada = Cards.with(pair, Cards.Keys.P_256)) {
            byte[] message = algorithm.startsWith("NONE") ? new byte[32] : MESSAGE;

            byte[] signature = sign(ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN)), algorithm, null, message);

            assertThat(verifies(pair.getPublic(), algorithm, null, message, signature))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"SHA-256, 32, RSA_2048", "SHA-384, 48, RSA_2048", "SHA-512, 64, RSA_3072", "SHA-1, 20, RSA_2048"})
    void pss_signatures_verify(String digest, int salt, String keyName) throws Exception {
        KeyPair pair = pair(keyName);
        PSSParameterSpec parameters = new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1);
        try (Cards ada = Cards.with(pair, Cards.Keys.P_256)) {
            byte[] signature =
                    sign(ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN)), "RSASSA-PSS", parameters, MESSAGE);

            assertThat(verifies(pair.getPublic(), "RSASSA-PSS", parameters, MESSAGE, signature))
                    .isTrue();
        }
    }

    @Test
    void a_signature_with_leading_zeros_is_as_long_as_the_modulus() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardKey key = ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN));
            byte[] signature = {1};
            byte[] message = {};
            for (int i = 0; signature[0] != 0 && i < MOST_ATTEMPTS; i++) {
                message = ByteBuffer.allocate(4).putInt(i).array();
                signature = sign(key, "SHA256withRSA", null, message);
            }

            assertThat(signature).hasSize(256).startsWith(0);
            assertThat(verifies(Cards.Keys.RSA_2048.getPublic(), "SHA256withRSA", null, message, signature))
                    .isTrue();
        }
    }

    @Test
    void the_pin_is_asked_once_and_then_the_card_remembers() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            AtomicInteger asked = new AtomicInteger();
            CardKey key = ada.key(PkiInstance.IDENTITY, (instance, state) -> {
                asked.incrementAndGet();
                return Optional.of(Cards.pin(Cards.PIN));
            });

            sign(key, "SHA256withRSA", null, MESSAGE);
            sign(key, "SHA256withRSA", null, MESSAGE);

            assertThat(asked).hasValue(1);
            assertThat(ada.simulated.ledger().signatures()).isEqualTo(2);
        }
    }

    @Test
    void without_the_pin_there_is_no_signature() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            assertThat(failure(ada.key(PkiInstance.IDENTITY, PinEntry.none())).reason())
                    .isEqualTo(CardSignatureException.Reason.PIN_NOT_GIVEN);
            assertThat(ada.simulated.ledger().pinPresentations()).isZero();
        }
    }

    @Test
    void a_wrong_pin_is_presented_once_for_a_signature() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            assertThat(failure(ada.key(PkiInstance.IDENTITY, Cards.knows("000000")))
                            .reason())
                    .isEqualTo(CardSignatureException.Reason.PIN_REFUSED);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void a_card_that_is_gone_says_so() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardKey key = ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN));
            ada.terminal.pull();

            assertThat(failure(key).reason()).isEqualTo(CardSignatureException.Reason.CARD_GONE);
        }
    }

    @Test
    void the_policy_is_asked_here_too() throws Exception {
        try (Cards ada = Cards.ofAda(new PinPolicy(4, 1, false, false))) {
            CardSignatureException failure = failure(ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN)));

            assertThat(failure.reason()).isEqualTo(CardSignatureException.Reason.PIN_NOT_SENT);
            assertThat(failure).hasCauseInstanceOf(Refusal.class);
        }
    }

    @Test
    void several_threads_share_one_card() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardKey rsa = ada.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN));
            CardKey ec = ada.key(PkiInstance.EMAIL_SIGNATURE, Cards.knows(Cards.PIN));

            boolean allVerify = IntStream.range(0, 40)
                    .parallel()
                    .allMatch(i -> i % 2 == 0
                            ? signsRightly(rsa, "SHA256withRSA", Cards.Keys.RSA_2048.getPublic())
                            : signsRightly(ec, "SHA256withECDSA", Cards.Keys.P_256.getPublic()));

            assertThat(allVerify).isTrue();
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void the_key_is_not_serialised() throws Exception {
        try (Cards ada = Cards.ofAda();
                ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            CardKey key = ada.key(PkiInstance.IDENTITY, PinEntry.none());

            assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> out.writeObject(key));
        }
    }

    @Test
    void the_key_has_no_encoding() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardKey key = ada.key(PkiInstance.IDENTITY, PinEntry.none());

            assertThat(key.getEncoded()).isNull();
            assertThat(key.getFormat()).isNull();
        }
    }

    private static boolean signsRightly(CardKey key, String algorithm, PublicKey publicKey) {
        try {
            return verifies(publicKey, algorithm, null, MESSAGE, sign(key, algorithm, null, MESSAGE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CardSignatureException failure(CardKey key) {
        return catchThrowableOfType(CardSignatureException.class, () -> sign(key, "SHA256withRSA", null, MESSAGE));
    }

    private static KeyPair pair(String name) {
        return switch (name) {
            case "RSA_2048" -> Cards.Keys.RSA_2048;
            case "RSA_3072" -> Cards.Keys.RSA_3072;
            case "P_256" -> Cards.Keys.P_256;
            default -> Cards.Keys.P_384;
        };
    }

    private static byte[] sign(
            CardKey key, String algorithm, @Nullable AlgorithmParameterSpec parameters, byte[] message)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        if (parameters != null) {
            signature.setParameter(parameters);
        }
        signature.update(message);
        assertThat(signature.getProvider().getName()).isEqualTo(CardProvider.NAME);
        return signature.sign();
    }

    private static boolean verifies(
            PublicKey key, String algorithm, @Nullable AlgorithmParameterSpec parameters, byte[] message, byte[] signed)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        if (parameters != null) {
            signature.setParameter(parameters);
        }
        signature.update(message);
        assertThat(signature.getProvider().getName()).isNotEqualTo(CardProvider.NAME);
        return signature.verify(signed);
    }
}

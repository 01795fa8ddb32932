package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.cacharness.edge.PinPolicy;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.TrustedSigners;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.Test;

class CardSignatureTest {
    private static final byte[] MANIFEST = {1, 2, 3};

    @Test
    void the_signature_key_of_the_card_signs_with_one_presentation() throws Exception {
        try (SimulatedCardSigner signer = SimulatedCardSigner.start("Bob", new Secrets(), PinPolicy.hardware())) {
            byte[] signature = signer.sign(MANIFEST);

            List<X509Certificate> chain = signer.certificates();
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(chain.get(0).getPublicKey());
            check.update(MANIFEST);
            assertThat(check.verify(signature)).isTrue();
            assertThat(chain.get(0).getSubjectX500Principal().getName()).contains("BOB");
            assertThat(chain.get(0).getIssuerX500Principal().getName()).contains("EMAIL");
            assertThat(signer.presentations()).isEqualTo(1);
            X509Certificate root = chain.get(chain.size() - 1);
            assertThat(new TrustedSigners(List.of(root)).objection(chain, Instant.now()))
                    .isEmpty();
        }
    }

    @Test
    void no_pin_is_sent_to_a_card_with_fewer_tries_than_the_policy_wants() {
        try (SimulatedCardSigner signer =
                SimulatedCardSigner.start(null, new Secrets(), new PinPolicy(4, 1, false, false))) {
            assertThatThrownBy(() -> signer.sign(MANIFEST))
                    .isInstanceOf(EvidenceException.class)
                    .hasMessageContaining("PIN not sent");
            assertThat(signer.presentations()).isZero();
        }
    }
}

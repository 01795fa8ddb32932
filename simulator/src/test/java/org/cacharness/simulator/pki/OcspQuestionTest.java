package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that must not be believed. */
class OcspQuestionTest {
    private final Clock clock = Clock.systemUTC();
    private final CertificateAuthority authority = authority();
    private final OcspResponder responder = new OcspResponder(List.of(authority), clock);
    private final X509Certificate certificate = issue();

    @Test
    void an_honest_answer_is_believed() throws Exception {
        OcspQuestion asked = ask(certificate);

        assertThat(asked.read(answer(asked), clock.instant())).isEqualTo(new RevocationStatus.Good());
    }

    @Test
    void an_answer_to_an_earlier_question_is_refused() throws Exception {
        byte[] earlier = answer(ask(certificate));

        assertThatThrownBy(() -> ask(certificate).read(earlier, clock.instant()))
                .isInstanceOf(IOException.class)
                .hasMessage("the answer has another nonce than the question");
    }

    @Test
    void an_answer_about_another_certificate_is_refused() throws Exception {
        OcspQuestion asked = ask(certificate);
        OcspQuestion aboutOther = ask(issue());
        byte[] answer = answer(new OcspQuestion(aboutOther.id(), authority.certificate(), asked.nonce()));

        assertThatThrownBy(() -> asked.read(answer, clock.instant()))
                .hasMessage("the answer is about another certificate");
    }

    @Test
    void an_answer_of_a_responder_that_another_authority_delegated_to_is_refused() throws Exception {
        OcspQuestion honest = ask(certificate);
        byte[] answer = answer(honest);
        OcspQuestion byOther = new OcspQuestion(honest.id(), authority().certificate(), honest.nonce());

        assertThatThrownBy(() -> byOther.read(answer, clock.instant())).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void an_answer_with_a_changed_bit_is_refused() throws Exception {
        OcspQuestion asked = ask(certificate);
        byte[] answer = answer(asked);
        answer[answer.length / 4] ^= 1;

        assertThatThrownBy(() -> asked.read(answer, clock.instant())).isInstanceOf(Exception.class);
    }

    @Test
    void a_stale_answer_is_refused() throws Exception {
        OcspQuestion asked = ask(certificate);
        byte[] answer = answer(asked);
        Instant twoDaysOn = clock.instant().plus(Duration.ofDays(2));

        assertThatThrownBy(() -> asked.read(answer, twoDaysOn)).hasMessageStartingWith("stale since ");
    }

    @Test
    void a_serial_number_that_was_never_issued_is_unknown() throws Exception {
        OcspQuestion asked = ask(authority().certificate());

        assertThat(asked.read(answer(asked), clock.instant())).isEqualTo(new RevocationStatus.Unknown());
    }

    @Test
    void what_is_no_request_is_answered_as_malformed() throws Exception {
        byte[] answer = responder.answer(new byte[] {1, 2, 3}, Freshness.at(clock.instant()));

        assertThatThrownBy(() -> ask(certificate).read(answer, clock.instant()))
                .hasMessage("the responder refused, status 1");
    }

    private OcspQuestion ask(X509Certificate about) throws Exception {
        return OcspQuestion.about(about, authority.certificate());
    }

    private byte[] answer(OcspQuestion question) throws Exception {
        return responder.answer(question.encoded(), Freshness.at(clock.instant()));
    }

    private X509Certificate issue() {
        return authority.issue(request("SOMEBODY", KeyKind.P_256.newPair()));
    }

    private CertificateAuthority authority() {
        KeyPair keys = KeyKind.P_256.newPair();
        return CertificateAuthority.root("ROOT", keys, "SHA256", request("ROOT", keys));
    }

    private CertificateAuthority.Request request(String name, KeyPair keys) {
        return new CertificateAuthority.Request(
                DirectoryName.ofTest(name),
                keys.getPublic(),
                CardValidity.CURRENT.seenFrom(clock.instant()),
                CertificateProfiles.root());
    }
}

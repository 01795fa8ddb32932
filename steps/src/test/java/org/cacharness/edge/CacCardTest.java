package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.cacharness.simulator.card.CardMutant;
import org.junit.jupiter.api.Test;

class CacCardTest {
    @Test
    void reads_the_serial_from_the_capability_container() throws CardConnectionException {
        try (Cards ada = Cards.ofAda()) {
            assertThat(ada.card.serial())
                    .isEqualTo(ada.simulated.contents().serial().hex());
        }
    }

    @Test
    void reads_the_certificates_in_the_order_of_the_instances() throws CardConnectionException {
        try (Cards ada = Cards.ofAda()) {
            List<CardCertificate> certificates = ada.card.certificates();

            assertThat(certificates)
                    .extracting(CardCertificate::instance)
                    .containsExactly(PkiInstance.IDENTITY, PkiInstance.EMAIL_SIGNATURE);
            assertThat(certificates.get(0).certificate())
                    .isEqualTo(ada.simulated.contents().credentials().get(0).certificate());
        }
    }

    @Test
    void reads_compressed_certificates() throws CardConnectionException {
        try (Cards ada = Cards.compressed()) {
            assertThat(ada.card.certificates().get(0).certificate())
                    .isEqualTo(ada.simulated.contents().credentials().get(0).certificate());
        }
    }

    @Test
    void says_which_certificate_cannot_be_read() throws CardConnectionException {
        try (Cards ada = Cards.ofAda(CardMutant.CERTIFICATES_UNREADABLE)) {
            assertThatExceptionOfType(CardAnswerException.class)
                    .isThrownBy(ada.card::certificates)
                    .withMessageContaining("identity");
        }
    }

    @Test
    void reads_the_tries_left_before_it_sends_a_pin() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin(Cards.PIN)) {
            PinOutcome outcome = ada.card.present(pin);

            assertThat(outcome).isEqualTo(new PinOutcome.Accepted());
            assertThat(ada.journal.lines())
                    .containsExactly("VERIFY, tries left? → 63C3, 3 tries left", "VERIFY, PIN masked → 9000");
            assertThat(ada.card.pinState()).isEqualTo(new PinState.Verified());
        }
    }

    @Test
    void a_wrong_pin_is_refused_until_the_card_is_blocked() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin wrong = Cards.pin("000000");
                Pin right = Cards.pin(Cards.PIN)) {
            assertThat(ada.card.present(wrong)).isEqualTo(new PinOutcome.Refused(2));
            assertThat(ada.card.present(wrong)).isEqualTo(new PinOutcome.Refused(1));
            assertThat(ada.card.present(wrong)).isEqualTo(new PinOutcome.Blocked());
            int sent = ada.simulated.ledger().pinPresentations();

            assertThat(ada.card.present(right)).isEqualTo(new PinOutcome.Blocked());

            assertThat(ada.simulated.ledger().pinPresentations())
                    .isEqualTo(sent)
                    .isEqualTo(3);
            assertThat(ada.card.pinState()).isEqualTo(new PinState.Blocked());
        }
    }

    @Test
    void a_verified_pin_is_not_sent_again() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin(Cards.PIN)) {
            ada.card.present(pin);

            assertThat(ada.card.present(pin)).isEqualTo(new PinOutcome.AlreadyVerified());
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void changes_the_pin() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin old = Cards.pin(Cards.PIN);
                Pin replacement = Cards.pin("24681357")) {
            assertThat(ada.card.changePin(old, replacement)).isEqualTo(new PinOutcome.Accepted());
            ada.simulated.reset();

            assertThat(ada.card.present(old)).isEqualTo(new PinOutcome.Refused(2));
            assertThat(ada.card.present(replacement)).isEqualTo(new PinOutcome.Accepted());
        }
    }

    @Test
    void challenges_differ() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Cards twin = Cards.ofAda()) {
            assertThat(List.of(
                            Hex.of(ada.card.challenge()), Hex.of(ada.card.challenge()), Hex.of(twin.card.challenge())))
                    .doesNotHaveDuplicates()
                    .allMatch(challenge -> challenge.length() == 16);
        }
    }

    @Test
    void a_pulled_card_is_gone_and_a_new_connection_has_lost_the_pin_state() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin(Cards.PIN);
                Pin wrong = Cards.pin("000000")) {
            ada.card.present(wrong);
            ada.card.present(pin);
            ada.card.sign(PkiInstance.EMAIL_SIGNATURE, new byte[32]);

            ada.terminal.pull();
            ada.terminal.insert(ada.simulated);

            assertThatExceptionOfType(CardConnectionException.class)
                    .isThrownBy(ada.card::pinState)
                    .withMessageContaining("removed");
            try (SmartcardConnection again = SmartcardConnection.open(ada.terminal)) {
                CacCard card = new CacCard(again, new PinGuard(PinPolicy.simulated()));
                assertThat(card.pinState()).isEqualTo(new PinState.TriesLeft(3));
                assertThat(card.sign(PkiInstance.EMAIL_SIGNATURE, new byte[32]))
                        .isInstanceOf(SignOutcome.PinNeeded.class);
            }
        }
    }
}

package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cacharness.simulator.card.CardMutant;
import org.cacharness.simulator.card.SimulatedTerminal;
import org.junit.jupiter.api.Test;

class SmartcardConnectionTest {
    @Test
    void repeats_a_command_with_the_length_that_the_card_asks_for() throws CardConnectionException {
        try (Cards ada = Cards.ofAda()) {
            byte[] response = ada.connection.transceive(Hex.bytes("00560100FF"));

            assertThat(Hex.of(response)).startsWith("0105").endsWith("9000");
        }
    }

    @Test
    void fetches_what_does_not_fit_into_one_answer() throws CardConnectionException {
        try (Cards ada = Cards.with(Cards.Keys.RSA_3072, Cards.Keys.P_256);
                Pin pin = Cards.pin(Cards.PIN)) {
            ada.card.present(pin);

            SignOutcome outcome = ada.card.sign(PkiInstance.IDENTITY, new byte[384]);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SignOutcome.Signed.class,
                            signed -> assertThat(signed.result()).hasSize(384));
        }
    }

    @Test
    void closing_resets_the_card() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin(Cards.PIN)) {
            ada.card.present(pin);

            ada.connection.close();

            assertThat(ada.simulated.isPinVerified()).isFalse();
        }
    }

    @Test
    void says_that_there_is_no_card() {
        assertThatExceptionOfType(CardConnectionException.class)
                .isThrownBy(() -> SmartcardConnection.open(new SimulatedTerminal("Reader 7")))
                .withMessageContaining("Reader 7");
    }

    @Test
    void a_card_that_is_never_reported_is_no_card() {
        assertThatExceptionOfType(CardConnectionException.class)
                .isThrownBy(() -> Cards.ofAda(CardMutant.NEVER_REPORTED));
    }

    @Test
    void a_cut_off_answer_is_no_answer() throws CardConnectionException {
        try (Cards ada = Cards.ofAda()) {
            CacCard card = new CacCard(
                    new FaultyConnection(ada.connection, Fault.CUT_OFF, 1), new PinGuard(PinPolicy.simulated()));

            assertThatExceptionOfType(CardAnswerException.class).isThrownBy(card::certificates);
        }
    }
}

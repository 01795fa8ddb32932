package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cacharness.simulator.card.SimulatedCacTest.send;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mutant is wrong where it says, and a card in order is not. */
class CardMutantTest {
    private static final String RIGHT = "0020000008313233343536FFFF";
    private static final String WRONG = "0020000008393939393939FFFF";
    private static final String QUERY = "00200000";
    private static final String SELECT_EC = "00A4040007A0000000790101";
    private static final String SIGN = "0042000020" + "22".repeat(32);
    private static final String CHALLENGE = "0084000008";

    @Test
    void accepts_any_pin() {
        differs(CardMutant.ACCEPTS_ANY_PIN, card -> send(card, WRONG), "63C2", "9000");
    }

    @Test
    void tries_do_not_go_down() {
        differs(CardMutant.TRIES_DO_NOT_GO_DOWN, card -> send(card, WRONG) + send(card, WRONG), "63C263C1", "63C363C3");
    }

    @Test
    void never_blocks() {
        differs(
                CardMutant.NEVER_BLOCKS,
                card -> send(card, WRONG) + send(card, WRONG) + send(card, WRONG) + send(card, RIGHT),
                "63C263C163C06983",
                "63C263C163C19000");
    }

    @Test
    void refuses_the_right_pin() {
        differs(CardMutant.REFUSES_RIGHT_PIN, card -> send(card, RIGHT), "9000", "63C2");
    }

    @Test
    void signs_without_pin() {
        differs(
                CardMutant.SIGNS_WITHOUT_PIN,
                card -> {
                    send(card, SELECT_EC);
                    return send(card, SIGN).endsWith("9000") ? "signed" : "refused";
                },
                "refused",
                "signed");
    }

    @Test
    void signs_with_another_key() {
        differs(
                CardMutant.SIGNS_WITH_ANOTHER_KEY,
                card -> SimulatedCacTest.verifies(card, SimulatedCacTest.signature(card)) ? "its own" : "another",
                "its own",
                "another");
    }

    @Test
    void the_pin_survives_removal() {
        differs(
                CardMutant.PIN_SURVIVES_REMOVAL,
                card -> {
                    send(card, RIGHT);
                    card.powerOff();
                    card.powerOn();
                    return send(card, QUERY);
                },
                "63C3",
                "9000");
    }

    @Test
    void the_query_costs_a_try() {
        differs(CardMutant.QUERY_COSTS_A_TRY, card -> send(card, QUERY), "63C3", "63C2");
    }

    @Test
    void the_challenge_repeats() {
        differs(
                CardMutant.CHALLENGE_REPEATS,
                card -> send(card, CHALLENGE).equals(send(card, CHALLENGE)) ? "same" : "new",
                "new",
                "same");
    }

    @Test
    void the_certificates_are_unreadable() {
        differs(
                CardMutant.CERTIFICATES_UNREADABLE,
                card -> {
                    send(card, SELECT_EC);
                    return send(card, "00520003020201").substring(0, 2);
                },
                "30",
                "00");
    }

    @ParameterizedTest
    @EnumSource(CardMutant.class)
    void every_mutant_is_still_a_card(CardMutant mutant) {
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(EnumSet.of(mutant)))) {
            card.powerOn();

            assertThat(send(card, SELECT_EC)).endsWith("9000");
        }
    }

    private static void differs(
            CardMutant mutant, Function<SimulatedCac, String> observation, String sound, String wrong) {
        assertThat(observed(Set.of(), observation)).isEqualTo(sound);
        assertThat(observed(Set.of(mutant), observation)).isEqualTo(wrong);
    }

    private static String observed(Set<CardMutant> mutants, Function<SimulatedCac, String> observation) {
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(mutants))) {
            card.powerOn();
            return observation.apply(card);
        }
    }
}

package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.cacharness.simulator.card.CardPulledException;
import org.junit.jupiter.api.Test;

class T0AdapterTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String SELECT = "00A4040002A000";

    private final ScriptedCard card = new ScriptedCard();
    private final ContactCard adapter = new T0Adapter(card);

    private String ask(String command) {
        return HEX.formatHex(adapter.transceive(HEX.parseHex(command)));
    }

    @Test
    void the_response_to_a_command_with_data_is_fetched() {
        card.answering(SELECT, "6F0102039000");

        assertThat(ask(SELECT)).isEqualTo("6104");
        assertThat(ask("00C0000004")).isEqualTo("6F0102039000");
        assertThat(ask("00C0000004")).as("nothing is left: the card answers").isEqualTo("6D00");
    }

    @Test
    void a_card_that_leaves_after_its_response_stays_until_that_was_fetched() {
        card.leaving(SELECT, CardPulledException.after(HEX.parseHex("6F0102039000")));

        assertThat(ask(SELECT)).isEqualTo("6104");
        assertThat(ask("00C0000002")).isEqualTo("6F016102");
        assertThatExceptionOfType(CardPulledException.class)
                .isThrownBy(() -> ask("00C0000002"))
                .satisfies(left ->
                        assertThat(HEX.formatHex(left.answer().orElseThrow())).isEqualTo("02039000"));
    }

    @Test
    void a_card_that_leaves_without_a_response_is_gone_at_once() {
        card.leaving(SELECT, CardPulledException.withoutAnswer());

        assertThatExceptionOfType(CardPulledException.class).isThrownBy(() -> ask(SELECT));
    }

    @Test
    void a_case_4_command_loses_its_le() {
        card.answering(SELECT, "6F9000");

        assertThat(ask(SELECT + "00")).isEqualTo("6101");
        assertThat(card.seen()).containsExactly(SELECT);
    }

    @Test
    void a_response_is_fetched_in_pieces() {
        card.answering(SELECT, "0102036300");
        ask(SELECT);

        assertThat(ask("00C0000002")).isEqualTo("01026101");
        assertThat(ask("00C0000001")).as("the card's own status comes last").isEqualTo("036300");
    }

    @Test
    void fetching_too_much_tells_how_much_there_is_and_loses_nothing() {
        card.answering(SELECT, "01029000");
        ask(SELECT);

        assertThat(ask("00C0000000")).isEqualTo("6C02");
        assertThat(ask("00C0000002")).isEqualTo("01029000");
    }

    @Test
    void two_hundred_and_fifty_six_bytes_are_written_00() {
        card.answering(SELECT, "AB".repeat(256) + "6180");

        assertThat(ask(SELECT)).isEqualTo("6100");
        assertThat(ask("00C0000000")).isEqualTo("AB".repeat(256) + "6180");
    }

    @Test
    void what_was_not_fetched_is_gone_after_another_command() {
        card.answering(SELECT, "01029000").answering("00C0000002", "6A88");
        ask(SELECT);
        ask("0084000008");

        assertThat(ask("00C0000002")).isEqualTo("6A88");
    }

    @Test
    void what_was_not_fetched_is_gone_after_a_reset() {
        card.answering(SELECT, "01029000").answering("00C0000002", "6A88");
        ask(SELECT);
        adapter.reset();

        assertThat(ask("00C0000002")).isEqualTo("6A88");
    }

    @Test
    void a_command_that_expects_another_length_is_told_the_right_one() {
        card.answering("0084000008", "01020304050607089000").answering("0084000004", "01020304050607089000");
        card.answering("0084000000", "01020304050607089000");

        assertThat(ask("0084000008")).isEqualTo("01020304050607089000");
        assertThat(ask("0084000004")).isEqualTo("6C08");
        assertThat(ask("0084000000")).isEqualTo("6C08");
    }

    @Test
    void a_question_for_the_tries_left_passes_with_its_p3() {
        card.answering("0020000000", "63C3").answering("00200000", "63C3");

        assertThat(ask("0020000000")).isEqualTo("63C3");
        assertThat(ask("00200000")).isEqualTo("63C3");
    }

    @Test
    void a_refusal_of_a_command_with_data_comes_at_once() {
        card.answering("00200000083132333435363738", "63C2");

        assertThat(ask("00200000083132333435363738")).isEqualTo("63C2");
    }
}

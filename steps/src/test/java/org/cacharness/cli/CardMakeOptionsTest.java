package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cacharness.cli.CardLauncher.Request;
import org.cacharness.cli.CardMake.Atr;
import org.cacharness.cli.CardMake.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code cac card} asks its launcher for; the launcher refuses, so that nothing is started. */
class CardMakeOptionsTest {
    private final List<Request> asked = new ArrayList<>();

    @Test
    void without_options_it_is_adas_card_as_most_are() throws Exception {
        assertThat(request())
                .isEqualTo(new Request(List.of("Ada"), null, new CardMake(Model.CAC_ONLY, Atr.GEMALTO, false), null));
    }

    @ParameterizedTest
    @CsvSource({"cac-only, CAC_ONLY", "dual, DUAL", "legacy-dual, LEGACY_DUAL", "cac-v1, CAC_V1"})
    void each_model_has_its_word(String word, Model model) throws Exception {
        assertThat(request("--model", word).make()).isEqualTo(new CardMake(model, Atr.GEMALTO, false));
        assertThat(model.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "gemalto, GEMALTO",
        "oberthur, OBERTHUR",
        "giesecke-devrient, GIESECKE_DEVRIENT",
        "giesecke-devrient-sce7, GIESECKE_DEVRIENT_SCE7",
        "synthetic-t1, SYNTHETIC_T1"
    })
    void each_answer_to_reset_has_its_word(String word, Atr atr) throws Exception {
        assertThat(request("--atr", word).make().atr()).isEqualTo(atr);
    }

    @Test
    void t1_is_short_for_the_one_that_speaks_it() throws Exception {
        assertThat(request("--t1").make().atr()).isEqualTo(Atr.SYNTHETIC_T1);
        assertThat(request("--t1", "--atr", "synthetic-t1").make().atr()).isEqualTo(Atr.SYNTHETIC_T1);
        assertThat(request("--gzip", "--model", "dual").make()).isEqualTo(new CardMake(Model.DUAL, Atr.GEMALTO, true));
    }

    @Test
    void t1_with_a_maker_whose_cards_speak_t0_is_a_contradiction() {
        assertThatThrownBy(() -> request("--t1", "--atr", "oberthur"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--t1, --atr: expected one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dual", "DUAL", "piv", "", "legacy_dual"})
    void another_word_is_refused_with_those_that_there_are(String word) {
        assertThatThrownBy(() -> request("--model=" + word))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("cac-only, dual, legacy-dual, cac-v1");
    }

    @Test
    void two_people_get_a_reader_each_in_the_order_in_which_they_were_named() throws Exception {
        assertThat(request("--persona", "Bob", "--persona", "Ada").holders()).containsExactly("Bob", "Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Bob Carl", "Ada Ada"})
    void three_people_or_one_twice_are_refused(String names) {
        List<String> words = new ArrayList<>();
        for (String name : List.of(names.split(" ", -1))) {
            words.addAll(List.of("--persona", name));
        }

        assertThatThrownBy(() -> request(words.toArray(String[]::new)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected one or two people, each once");
        assertThat(asked).isEmpty();
    }

    private Request request(String... words) throws Exception {
        CardCommand command = new CardCommand(
                request -> {
                    asked.add(request);
                    throw new BadInputException("nothing is started");
                },
                Map.of(),
                Workplace.detect(new Properties(), Map.of()));
        new CommandLine(command).parseArgs(words);
        try {
            command.call();
        } catch (BadInputException refused) {
            if (asked.isEmpty()) {
                throw refused;
            }
        }
        return asked.remove(0);
    }
}

package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.CardMake;
import org.cacharness.cli.Main;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.drivers.FaultName;
import org.cacharness.simulator.card.CardFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of faults, its page, and the command line say the same. */
class FaultCatalogueTest {
    /** Of docs/exit-codes.md. */
    private static final int BAD_INPUT = 2;

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void the_page_has_a_row_for_each_fault_with_name_wire_and_clause(CardFault fault) throws IOException {
        assertThat(Files.readString(Path.of("../docs/faults.md")))
                .contains("| `" + fault.label() + "` | " + fault.wire() + " (" + fault.clause() + ") | ");
    }

    @Test
    void the_list_has_them_all_in_this_order() {
        assertThat(run("run", "--faults")).isZero();
        assertThat(out.toString().lines().map(line -> line.split(" ", -1)[0]))
                .containsExactly(
                        Arrays.stream(CardFault.values()).map(CardFault::label).toArray(String[]::new));
        assertThat(out.toString()).contains("pulled-during-sign").contains("no answer to SIGN/DECRYPT, card gone");
    }

    @Test
    void the_card_command_lists_them_too() {
        assertThat(run("card", "--faults")).isZero();
        assertThat(out.toString()).contains("mute").contains("two-readers");
    }

    @Test
    void a_fault_that_is_none_is_told_in_one_line_before_the_run() throws IOException {
        Files.createDirectories(home.resolve("features"));
        Files.writeString(
                home.resolve("features/a.feature"), "Feature: A\nScenario: one\nGiven Ada's CAC is registered\n");

        assertThat(run("run", "--fault", "lazy")).isEqualTo(BAD_INPUT);
        assertThat(err.toString().strip())
                .endsWith("--fault: expected a fault's name, got lazy: '--faults' lists them")
                .hasLineCount(1);
    }

    @Test
    void a_real_card_is_never_made_faulty() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Faults.check("mute", CardPath.AUTO))
                .withMessageContaining("--card auto");
    }

    @Test
    void what_takes_two_people_is_no_fault_of_a_card_alone() {
        CardLauncher launcher = new SimulatedHarness().card();

        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> launcher.launch(new CardLauncher.Request(
                        List.of("Ada"),
                        null,
                        new CardMake(CardMake.Model.CAC_ONLY, CardMake.Atr.GEMALTO, false),
                        "swapped")))
                .withMessageContaining("cac run");
    }

    @Test
    void a_faulty_card_has_plain_certificates() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> Faults.checkForCardAlone("gzip-bomb", true))
                .withMessageContaining("--gzip");
    }

    @ParameterizedTest
    @EnumSource
    void every_name_is_one_that_steps_can_say(CardFault fault) {
        assertThat(new FaultName(fault.label()).value()).isEqualTo(fault.label());
        assertThat(Faults.listed()).contains(Map.entry(fault.label(), fault.wire()));
    }

    private int run(String... words) {
        return Main.execute(
                new SimulatedHarness(), home, new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}

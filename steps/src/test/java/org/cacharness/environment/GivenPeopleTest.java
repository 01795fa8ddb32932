package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cacharness.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personas of a tester's own have to be those whom the scenarios name. */
class GivenPeopleTest {
    /** Of docs/exit-codes.md. */
    private static final int BAD_INPUT = 2;

    @TempDir
    Path home;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void adaAloneAndTwoScenarios() throws IOException {
        Files.createDirectories(home.resolve("people"));
        Files.writeString(home.resolve("people/ada.json"), """
                {
                  "id": "Ada",
                  "last": "PEBBLEBANK",
                  "first": "ADA",
                  "edipi": "9912345678",
                  "component": "USA",
                  "username": "ada",
                  "why": "A person of a test."
                }
                """);
        Files.createDirectories(home.resolve("features"));
        Files.write(
                home.resolve("features/a.feature"),
                List.of(
                        "Feature: A",
                        "Scenario: one",
                        "Given Ada's CAC is registered",
                        "Scenario: two",
                        "Given Ada's CAC is registered",
                        "And Bob's CAC is registered"));
    }

    @Test
    void somebody_who_is_named_and_not_given_is_told_in_one_line_before_the_run() {
        int code = run();

        assertThat(err.toString().strip())
                .endsWith("--personas: expected Bob, whom the scenarios name, got [Ada] in " + home.resolve("people")
                        + ": add a file for each, or run other scenarios")
                .hasLineCount(1);
        assertThat(code).isEqualTo(BAD_INPUT);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void scenarios_that_do_not_run_ask_for_nobody() {
        assertThat(run("--name", "one")).isZero();
    }

    private int run(String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"run", "--dry-run", "--personas", "people"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return Main.execute(
                new SimulatedHarness(), home, new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}

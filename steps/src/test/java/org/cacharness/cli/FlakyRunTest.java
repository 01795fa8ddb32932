package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlakyRunTest {
    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() {
        cac = new Command(folder);
    }

    private void scenarios(String reader, int attempt) throws IOException {
        cac.feature(
                "a.feature",
                "Feature: Registration",
                "Scenario: Ada registers",
                "When Ada registers it",
                "Scenario: The reader answers",
                "Then reader " + reader + " answers at attempt " + attempt);
    }

    @Test
    void what_passes_when_it_is_repeated_is_flaky_and_neither_passed_nor_failed() throws IOException {
        scenarios("shaky", 3);

        int code = cac.execute("run", "--repeat-failed", "2");

        assertThat(code).isEqualTo(5);
        assertThat(cac.out())
                .contains(
                        "1) flaky: The reader answers",
                        "failed at first, passed at repetition 2. At first: [attempt at which the reader answers]",
                        "1 flaky: failed, and passed when repeated; neither passed nor failed",
                        "\n1 passed, 0 failed\n");
        assertThat(cac.report("index.html")).contains("One scenario is flaky");
        assertThat(cac.report("run.json")).contains("\"flaky\"");
        assertThat(cac.report("junit.xml"))
                .as("the failure that there was is in Cucumber's own files, too")
                .contains("failures=\"1\"");
    }

    @Test
    void what_fails_at_each_repetition_has_failed() throws IOException {
        scenarios("broken", 4);

        int code = cac.execute("run", "--repeat-failed", "2");

        assertThat(code).isEqualTo(1);
        assertThat(cac.out()).contains("\n1 passed, 1 failed\n").doesNotContain("flaky");
    }

    @Test
    void nothing_is_repeated_unless_it_was_asked_for() throws IOException {
        scenarios("untried", 2);

        assertThat(cac.execute("run")).isEqualTo(1);
        assertThat(cac.out()).contains("\n1 passed, 1 failed\n").doesNotContain("flaky");
    }

    @Test
    void what_was_sent_to_a_real_card_is_not_repeated() throws IOException {
        scenarios("real", 2);

        assertThat(cac.execute("run", "--card", "auto", "--repeat-failed", "1")).isEqualTo(2);
        assertThat(cac.err()).contains("--repeat-failed", "what was sent to a real card is not sent again");
    }
}

package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String FEATURE = "Feature: Registration";
    private static final String[] PROCEDURE = {
        "| id | step | seen |",
        "|---|---|---|",
        "| `@step-4` | open the **page** | it is open |",
        "| `@step-7` | done | done |"
    };

    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() {
        cac = new Command(folder);
    }

    @Test
    void a_run_that_passes_exits_with_0_and_leaves_a_whole_report() throws IOException {
        cac.feature("procedure.md", PROCEDURE)
                .feature(
                        "a.feature",
                        FEATURE,
                        "@step-4 @step-7 @presents-pin-1",
                        "Scenario: Ada registers",
                        "Given Ada has a CAC",
                        "When Ada presents the PIN 1 time");

        int code = cac.execute("run", "--threads", "2");

        assertThat(cac.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(cac.out()).contains("1/1  passed", "\n1 passed, 0 failed\n").doesNotContain("\u001b");
        assertThat(files(cac.report()))
                .contains(
                        "index.html", "run.json", "junit.xml", "messages.ndjson", "cucumber.html", "scenarios/1.html");
        assertThat(cac.report("index.html")).contains("Ada registers", "open the page", "in-process · example");
        assertThat(cac.report("scenarios/1.html")).contains("<b>Given</b>", "Card journal", "1 planned, 1 sent");
        assertThat(cac.report("run.json")).contains("\"sent\" : 1");
        assertThat(files(folder.resolve("target"))).noneMatch(name -> name.startsWith(".cac-report-"));
    }

    @Test
    void a_failure_exits_with_1_and_is_told_with_place_reason_and_the_command_that_runs_it_alone() throws IOException {
        cac.feature(
                "a.feature",
                FEATURE,
                "Scenario: Ada's card (new) is registered",
                "Given Ada has a CAC",
                "Then the portal shows \"Welcome\"",
                "Scenario: Bob registers",
                "When Bob registers it");

        int code = cac.execute("run");

        assertThat(code).isEqualTo(1);
        assertThat(cac.out())
                .contains(
                        "features/a.feature:2",
                        "Then the portal shows \"Welcome\"  (features/a.feature:4)",
                        "expected: \"Welcome\"",
                        "./cac run --name '^Ada'\\''s card \\(new\\) is registered$'",
                        "\n1 passed, 1 failed\n")
                .doesNotContain("\tat org.");
        assertThat(cac.report("index.html")).contains("One scenario failed");
    }

    @Test
    void the_command_of_a_failure_runs_that_scenario_alone() throws IOException {
        cac.feature(
                "a.feature",
                FEATURE,
                "Scenario: Ada (1+1) [x] registers?",
                "Given Ada has a CAC",
                "Scenario: Bob",
                "Given Bob has a CAC");

        int code = cac.execute("run", "--name", "^Ada \\(1\\+1\\) \\[x\\] registers\\?$");

        assertThat(code).isZero();
        assertThat(cac.out()).contains("1/1", "0 refused, 1 not run\n1 passed, 0 failed");
    }

    @Test
    void tags_leave_out_a_whole_feature_too() throws IOException {
        cac.feature("a.feature", FEATURE, "@wanted", "Scenario: Ada", "Given Ada has a CAC")
                .feature("b.feature", FEATURE, "Scenario: Bob", "Given Bob has a CAC");

        int code = cac.execute("run", "--tags", "@wanted");

        assertThat(code).isEqualTo(ExitCode.PASSED);
        assertThat(cac.out()).contains("1 passed, 0 failed");
    }

    @Test
    void an_example_of_an_outline_runs_alone_by_its_line() throws IOException {
        cac.feature(
                "a.feature",
                FEATURE,
                "Scenario Outline: registers",
                "Given <who> has a CAC",
                "Examples:",
                "| who |",
                "| Ada |",
                "| Bob |");

        int code = cac.execute("run", "features/a.feature:7");

        assertThat(code).isZero();
        assertThat(cac.out()).contains("1 passed, 0 failed").doesNotContain("2/2");
    }

    @Test
    void a_secret_in_an_attachment_exits_with_3_is_not_repeated_and_the_earlier_report_stays() throws IOException {
        cac.feature("a.feature", FEATURE, "Scenario: Ada", "Given Ada has a CAC");
        cac.execute("run");
        String earlier = cac.report("run.json");
        cac.feature("a.feature", FEATURE, "Scenario: Ada", "Given Ada has a CAC", "Then the log tells the PIN");

        int code = cac.execute("run");

        assertThat(code).isEqualTo(ExitCode.LEAK);
        assertThat(cac.err())
                .contains("Secret leak", "messages.ndjson:", "a PIN, base64")
                .doesNotContain("73914628");
        assertThat(cac.out()).doesNotContain("73914628");
        assertThat(cac.report("run.json")).isEqualTo(earlier);
        assertThat(files(folder.resolve("target"))).noneMatch(name -> name.startsWith(".cac-report-"));
    }

    @Test
    void a_refusal_is_neither_passed_nor_failed_and_exits_with_4() throws IOException {
        cac.feature("a.feature", FEATURE, "Scenario: Ada", "Given Ada has a CAC", "Then the card has 1 try left");

        int code = cac.execute("run");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(cac.out())
                .contains("1) refused: Ada", "use another card", "1 refused, 0 not run\n0 passed, 0 failed");
    }

    @Test
    void what_did_not_run_is_a_row_with_its_reason() throws IOException {
        cac.feature("procedure.md", PROCEDURE)
                .feature(
                        "a.feature",
                        FEATURE,
                        "@step-4 @hardware-only",
                        "Scenario: Ada",
                        "Given Ada has a CAC",
                        "@step-7",
                        "Scenario: Bob",
                        "Then Bob pulls the card");

        int code = cac.execute("run");

        assertThat(code).isZero();
        assertThat(cac.out())
                .contains(
                        "open the page (needs a card in a reader)",
                        "done (needs Bob at the reader)",
                        "0 refused, 2 not run");
        assertThat(cac.report("index.html")).contains("needs a card in a reader", "needs Bob at the reader");
    }

    @Test
    void a_documented_step_without_a_scenario_fails_the_run_even_if_another_id_begins_like_it() throws IOException {
        cac.feature("procedure.md", PROCEDURE)
                .feature("a.feature", FEATURE, "@step-4 @step-7-more", "Scenario: Ada", "Given Ada has a CAC");

        int code = cac.execute("run");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out())
                .contains("no scenario covers @step-7 (done)")
                .doesNotContain("no scenario covers @step-4");
    }

    @Test
    void a_dry_run_prints_the_presentations_and_starts_nothing() throws IOException {
        cac.feature(
                "a.feature",
                FEATURE,
                "@presents-pin-2",
                "Scenario: Ada registers",
                "Given Ada has a CAC",
                "Then the log tells the PIN",
                "Scenario: the portal is open",
                "Given Ada has a CAC");

        int code = cac.execute("run", "--dry-run");

        assertThat(code).isZero();
        assertThat(cac.out())
                .contains(
                        "presents a PIN 2 times to the simulated card of Ada",
                        "2 scenarios would run",
                        "2 PIN presentations");
        assertThat(cac.report()).doesNotExist();
    }

    @Test
    void more_presentations_than_planned_fail_a_scenario_that_else_passed() throws IOException {
        cac.feature("a.feature", FEATURE, "@presents-pin-1", "Scenario: Ada", "When Ada presents the PIN 2 times");

        assertThat(cac.execute("run")).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out()).contains("PIN presentations: expected 1 as planned, got 2");
    }

    @Test
    void a_harness_that_breaks_exits_with_70_in_masked_words() throws IOException {
        cac.feature(
                "a.feature", FEATURE, "Scenario: Ada", "Given Ada has a CAC", "Then the harness breaks over the PIN");

        assertThat(cac.execute("run", "--verbose")).isEqualTo(ExitCode.BROKEN);
        assertThat(cac.err()).contains("****", "\tat ").doesNotContain("73914628");
        assertThat(cac.report()).doesNotExist();
    }

    @Test
    void rounds_are_added_up_and_the_report_is_of_the_first_that_failed() throws IOException {
        cac.feature(
                "a.feature",
                FEATURE,
                "Scenario: Ada",
                "Given Ada has a CAC",
                "Scenario: Bob",
                "Then the portal shows \"x\"");

        int code = cac.execute("run", "--repeat", "3", "--order", "random", "--seed", "5");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out())
                .contains("--seed 5 repeats it", "6/6", "\n3 passed, 3 failed\n", "of the first that failed");
        assertThat(cac.report("run.json")).contains("\"seed\" : 5,");
    }

    @Test
    void an_undefined_step_fails() throws IOException {
        cac.feature("a.feature", FEATURE, "Scenario: Ada", "Given Ada sings");

        assertThat(cac.execute("run")).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out()).contains("no step definition for");
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.map(path -> root.relativize(path).toString()).toList();
        }
    }
}

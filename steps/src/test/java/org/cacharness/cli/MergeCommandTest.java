package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() throws IOException {
        cac = new Command(folder);
        cac.feature(
                "a.feature",
                "Feature: Registration",
                "Scenario Outline: <who> registers",
                "Given <who> has a CAC",
                "Then the portal shows \"<said>\"",
                "Examples:",
                "| who  | said    |",
                "| Ada  | Welcome |",
                "| Bob  | Registered |",
                "| Cleo | Registered |");
    }

    @Test
    void the_parts_of_a_run_become_one_report() throws IOException {
        run("1/2", "part-1");
        run("2/2", "part-2");

        int code = cac.execute("report", "merge", "part-1", "part-2");

        assertThat(cac.err()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out()).contains("failed: Ada registers").endsWith("2 passed, 1 failed\n");
        assertThat(cac.report("index.html"))
                .contains("One scenario failed", "Bob registers", "report merge part-1 part-2");
        assertThat(cac.report("junit.xml")).contains("tests=\"3\"", "failures=\"1\"");
        assertThat(cac.report("cucumber.html")).contains("Cleo registers");
        assertThat(lines("messages.ndjson", "\"testRunStarted\"")).isEqualTo(1);
        assertThat(lines("messages.ndjson", "\"testRunFinished\"")).isEqualTo(1);
        assertThat(lines("messages.ndjson", "\"testCaseFinished\"")).isEqualTo(3);
        assertThat(cac.report("scenarios/1.html")).contains("Ada has a CAC");
    }

    @Test
    void a_part_that_is_missing_is_told_and_fails() {
        run("2/3", "part-2");
        run("3/3", "part-3");

        int code = cac.execute("report", "merge", "part-2", "part-3");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(cac.out()).contains("Missing: part 1/3 of the scenarios");
    }

    @Test
    void of_a_scenario_that_ran_twice_the_worse_result_counts() throws IOException {
        cac.execute("run", "--report", "bad");
        cac.feature(
                "a.feature",
                Files.readAllLines(folder.resolve("features/a.feature")).stream()
                        .map(line -> line.replace("Welcome", "Registered"))
                        .toArray(String[]::new));
        cac.execute("run", "--report", "good");

        assertThat(cac.execute("report", "merge", "good", "bad")).isEqualTo(ExitCode.FAILED);
        assertThat(cac.execute("report", "merge", "good", "good")).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void reports_that_do_not_belong_together_change_nothing() throws IOException {
        run("1/2", "part-1");
        cac.feature("a.feature", "Feature: Another", "Scenario: Bob", "Given Bob has a CAC");
        cac.execute("run", "--report", "other");
        Files.createDirectories(folder.resolve("empty"));

        assertThat(cac.execute("report", "merge", "part-1", "other")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cac.err()).contains("expected runs of the same scenarios");
        assertThat(cac.execute("report", "merge", "part-1", "empty")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cac.err()).contains("got a folder without results.json");
        Files.writeString(folder.resolve("other").resolve("results.json"), "{\"format\":1,");
        assertThat(cac.execute("report", "merge", "other")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cac.err()).contains("got a damaged one");
        assertThat(cac.report()).doesNotExist();
    }

    @Test
    void a_part_without_scenarios_is_told() {
        assertThat(cac.execute("run", "--shard", "4/4")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cac.err()).contains("--shard 4/4");
    }

    private void run(String shard, String report) {
        cac.execute("run", "--shard", shard, "--report", report);
    }

    private long lines(String file, String part) throws IOException {
        try (Stream<String> lines = cac.report(file).lines()) {
            return lines.filter(line -> line.startsWith("{" + part)).count();
        }
    }
}

package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String[] PROCEDURE = {
        "| id | step | seen |", "|---|---|---|", "| `@step-4` | open | it is open |"
    };

    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void run() throws IOException {
        cac = new Command(folder);
        cac.feature("procedure.md", PROCEDURE);
        runs("first", "Given Ada has a CAC", "Then the portal shows \"Registered\"");
    }

    @Test
    void runs_that_do_not_differ_exit_with_0_and_say_what_was_not_recorded() throws IOException {
        runs("second", "Given Ada has a CAC", "Then the portal shows \"Registered\"");

        assertThat(cac.execute("compare", "first", "second")).isZero();
        assertThat(cac.out())
                .contains(
                        "HTTP status and redirects: not recorded in either run",
                        "1 scenarios compared, 0 not compared, 0 differences");
        assertThat(folder.resolve("target/cac-compare/index.html")).content().contains("Nothing differs");
        assertThat(folder.resolve("target/cac-compare/assets/report.css")).exists();
    }

    @Test
    void runs_that_differ_exit_with_1_and_name_the_step() throws IOException {
        runs(
                "second",
                "Given Ada has a CAC",
                "Then the portal shows \"Registered\"",
                "And Ada presents the PIN 1 time");
        cac.execute("evidence", "--report", "second", "--out", "second.zip");

        assertThat(cac.execute("compare", "first", "second.zip", "--out", "out"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(cac.out()).contains("the step is new", "Ada registers › And Ada presents the PIN 1 time");

        Files.writeString(folder.resolve("accepted.txt"), """
                        2026-01-31 | the step is * | release 7
                        2026-01-31 | scenario passed is now failed | its plan follows
                        """);
        assertThat(cac.execute("compare", "first", "second", "--out", "out", "--accepted", "accepted.txt"))
                .isZero();
        assertThat(folder.resolve("out/compare.json")).content().contains("release 7", "\"differs\" : false");
    }

    @Test
    void bad_input_is_one_line_and_overwrites_nothing() throws IOException {
        refuses("Report: expected one of './cac run'", "compare", "first", "nowhere");
        Files.writeString(folder.resolve("letter.txt"), "dear");
        refuses("it is no zip file", "compare", "letter.txt", "first");
        refuses("--accepted: expected a text file", "compare", "first", "first", "--accepted", "nowhere");
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("letter.txt"), "dear");
        refuses("give another folder by --out", "compare", "first", "first", "--out", "mine");
        assertThat(mine.resolve("letter.txt")).hasContent("dear");

        cac.feature("procedure.md", PROCEDURE[0], PROCEDURE[1], "| `@step-4` | open | it is shut |");
        runs("other", "Given Ada has a CAC");
        refuses("expected two runs of one procedure, got first and other", "compare", "first", "other");
        assertThat(folder.resolve("target/cac-compare")).doesNotExist();
    }

    @Test
    void truncated_foreign_and_older_runs_are_told_in_one_line_and_an_earlier_comparison_stays() throws IOException {
        cac.execute("compare", "first", "first", "--out", "out");
        byte[] earlier = Files.readAllBytes(folder.resolve("out/compare.json"));
        cac.execute("evidence", "--report", "first", "--out", "first.zip");
        byte[] whole = Files.readAllBytes(folder.resolve("first.zip"));
        Files.write(folder.resolve("truncated.zip"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("empty.zip"), new byte[0]);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("foreign.zip")))) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
        }
        Path older = Files.createDirectory(folder.resolve("older"));
        Files.writeString(older.resolve("run.json"), "{\"format\":1}");

        refuses(
                "expected an evidence pack as it was signed, got truncated.zip",
                "compare",
                "truncated.zip",
                "first",
                "--out",
                "out");
        refuses("it is no zip file", "compare", "empty.zip", "first", "--out", "out");
        refuses("it is another zip file", "compare", "first", "foreign.zip", "--out", "out");
        refuses("expected a run.json of format 2, got format 1", "compare", "older", "first", "--out", "out");
        assertThat(folder.resolve("out/compare.json")).hasBinaryContent(earlier);
    }

    @Test
    void a_pack_that_was_altered_is_not_compared() throws IOException {
        cac.execute("evidence", "--report", "first", "--out", "first.zip");
        byte[] bytes = Files.readAllBytes(folder.resolve("first.zip"));
        bytes[bytes.length / 3] ^= 1;
        Files.write(folder.resolve("first.zip"), bytes);

        refuses("expected an evidence pack as it was signed, got first.zip", "compare", "first.zip", "first");
    }

    private void runs(String report, String... steps) throws IOException {
        String[] lines = new String[steps.length + 3];
        lines[0] = "Feature: Registration";
        lines[1] = "@step-4";
        lines[2] = "Scenario: Ada registers";
        System.arraycopy(steps, 0, lines, 3, steps.length);
        cac.feature("a.feature", lines);
        cac.execute("run", "--report", report);
    }

    private void refuses(String message, String... words) {
        String before = cac.err();
        int code = cac.execute(words);

        String printed = cac.err().substring(before.length());
        assertThat(printed).contains(message).doesNotContain("\tat ");
        assertThat(printed.strip().lines()).hasSize(1);
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    }
}

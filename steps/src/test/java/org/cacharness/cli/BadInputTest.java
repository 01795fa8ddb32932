package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() throws IOException {
        cac = new Command(folder);
        cac.feature("a.feature", "Feature: A", "@step-4 @negative", "Scenario: Ada", "Given Ada has a CAC");
    }

    @Test
    void a_tag_that_no_scenario_has_is_named_with_those_near_it() {
        refuses("no scenario has @step-5: did you mean @step-4", "run", "--tags", "not @step-5");
    }

    @Test
    void a_damaged_tag_expression_is_shown() {
        refuses("--tags: expected a tag expression", "run", "--tags", "@step-4 and (");
    }

    @Test
    void filters_that_leave_nothing_are_shown() {
        refuses("no scenario of 1 matches --name \"Bob\"", "run", "--name", "Bob");
    }

    @Test
    void a_damaged_pattern_is_shown() {
        refuses("--name", "run", "--name", "(");
    }

    @Test
    void a_browser_that_does_not_exist_is_shown_with_those_that_do() {
        refuses("--browser': expected auto, htmlunit or chromium, got bogus", "run", "--browser", "bogus");
    }

    @Test
    void a_card_path_that_does_not_exist_is_shown_with_those_that_do() {
        refuses("--card': expected in-process, virtual or auto, got bogus", "run", "--card", "bogus");
    }

    @Test
    void features_that_do_not_exist_are_named() {
        refuses("got nowhere, which does not exist", "run", "nowhere");
    }

    @Test
    void a_folder_without_features_is_named() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        refuses("got empty without any", "run", "empty");
    }

    @Test
    void what_is_not_gherkin_is_named_with_its_line() throws IOException {
        cac.feature("b.feature", "Feature: B", "Scenario: x", "Given y", "nonsense");

        refuses("features/b.feature:4: not Gherkin", "run");
    }

    @Test
    void a_report_folder_that_cannot_be_made_is_named_before_anything_runs() throws IOException {
        Files.writeString(folder.resolve("file"), "x");

        refuses("Report folder: expected a folder that can be written", "run", "--report", "file/report");
        assertThat(cac.out()).isEmpty();
    }

    @Test
    void a_folder_of_someones_files_is_not_taken_for_a_report() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("letter.txt"), "dear");

        refuses("got " + mine + " with other files", "run", "--report", "mine");
        assertThat(mine.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void an_unknown_option_and_a_number_that_is_none_are_named() {
        refuses("--thread", "run", "--thread=x");
    }

    @Test
    void no_threads_are_refused() {
        refuses("--threads: expected 1 or more, got 0", "run", "--threads", "0");
    }

    @Test
    void no_command_is_refused() {
        refuses("Missing a command");
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    "--port: expected a free port, got " + taken.getLocalPort(),
                    "portal",
                    "--port",
                    "" + taken.getLocalPort());
        }
    }

    @Test
    void stubs_that_do_not_exist_are_named() {
        refuses("--stubs: expected something that can be read, got nowhere", "run", "--stubs", "nowhere");
    }

    @Test
    void what_the_environment_cannot_use_is_told_before_anything_runs() {
        refuses("EDIPI: expected ten digits", "run", "--personas", "features");
        assertThat(cac.out()).isEmpty();
        assertThat(cac.report()).doesNotExist();
    }

    @Test
    void a_stack_trace_needs_verbose() {
        cac.execute("run", "nowhere", "--verbose");

        assertThat(cac.err()).contains("\tat org.cacharness");
    }

    private void refuses(String message, String... words) {
        int code = cac.execute(words);

        assertThat(cac.err()).contains(message).doesNotContain("\tat ");
        assertThat(cac.err().strip().lines()).hasSize(1);
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    }
}

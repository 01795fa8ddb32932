package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PIN through a real file descriptor and typed at a real terminal, each in a process of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "descriptors by number, /proc, and script of util-linux")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PinSourcesTest {
    private static final String PIN = "73914682";
    private static final String PROMPT = "sent once: ";

    @TempDir
    Path folder;

    @Test
    void a_pin_comes_through_an_open_descriptor_of_a_file_and_is_given_once() throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), PIN + "\nmore\n");

        String output = all(start("exec \"$@\" 3< '" + file + "'", "fd", "3"));

        assertThat(output)
                .contains("got " + PinSourceProcess.markOf(PIN))
                .contains("got then Optional.empty")
                .endsWith("end\n")
                .doesNotContain(PIN);
    }

    /** Whoever writes into a pipe may keep it open: not more than the line is waited for. */
    @Test
    void a_pin_comes_through_a_pipe_that_stays_open() throws Exception {
        Process process = start("exec 3<&0; exec \"$@\" 3<&3 < /dev/null", "fd", "3");

        process.getOutputStream().write((PIN + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();

        assertThat(all(process))
                .contains("got " + PinSourceProcess.markOf(PIN))
                .endsWith("end\n")
                .doesNotContain(PIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7391468a", "73914", "739146829", ""})
    void what_is_no_pin_is_refused_before_anything_is_done_with_it(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), content);

        String output = all(start("exec \"$@\" 3< '" + file + "'", "fd", "3"));

        assertThat(output).contains("refused: PIN from --pin-fd: expected six to eight digits", "nothing was sent");
        if (!content.isEmpty()) {
            assertThat(output).doesNotContain(content);
        }
    }

    @Test
    void a_pin_that_is_typed_at_a_terminal_is_taken_and_not_echoed() throws Exception {
        Process process = atTerminal();

        assertThat(upTo(process, PROMPT)).contains("PIN of the CAC 4711, " + PROMPT);
        type(process, PIN);

        assertThat(upTo(process, "\nend"))
                .contains("got " + PinSourceProcess.markOf(PIN))
                .doesNotContain(PIN);
        assertThat(process.waitFor()).isZero();
    }

    /** The proof that this terminal echoes: without it the test above would pass at any terminal. */
    @Test
    void what_is_typed_before_anybody_asks_for_a_pin_is_echoed() throws Exception {
        Process process = terminal("read line; echo; echo end");

        type(process, "visible");

        assertThat(upTo(process, "\nend")).contains("visible");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_typed_line_that_is_no_pin_is_refused_and_not_shown() throws Exception {
        Process process = atTerminal();
        upTo(process, PROMPT);

        type(process, "1234x678");

        assertThat(upTo(process, "\nend"))
                .contains("refused: PIN from the terminal: expected six to eight digits")
                .doesNotContain("1234x678");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void an_empty_line_means_that_nobody_gives_a_pin() throws Exception {
        Process process = atTerminal();
        upTo(process, PROMPT);

        type(process, "");

        assertThat(upTo(process, "\nend")).contains("got Optional.empty");
    }

    private Process atTerminal() throws IOException {
        Path command =
                Files.writeString(folder.resolve("command"), "exec '" + String.join("' '", java("terminal")) + "'\n");
        return terminal("exec sh '" + command + "'");
    }

    /** A terminal of its own for a shell command, by script of util-linux. */
    private static Process terminal(String command) throws IOException {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "script of util-linux is not installed");
        return new ProcessBuilder(script.toString(), "-q", "-e", "-c", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
    }

    private static void type(Process process, String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    private static Process start(String shell, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
        command.addAll(java(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PinSourceProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String all(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** What is printed, up to these words. */
    private static String upTo(Process process, String words) throws IOException {
        StringBuilder printed = new StringBuilder();
        InputStream in = process.getInputStream();
        while (printed.indexOf(words) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Process: expected \"" + words + "\", got " + printed);
            }
            printed.append((char) next);
        }
        return printed.toString();
    }
}

package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only be ended")
class InterruptionTest {
    private static final int SIGINT = 2;
    private static final int SIGINT_AND_128 = 130;

    @TempDir
    Path folder;

    /** What a shell starts in the background without job control ignores Ctrl-C, and so does all that it starts. */
    @BeforeEach
    void requireThatCtrlCIsHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            String ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .findFirst()
                    .orElse("0");
            boolean isIgnored = (Long.parseUnsignedLong(ignored, 16) & 1L << (SIGINT - 1)) != 0;
            assumeFalse(isIgnored, "SIGINT is ignored here, from outside: run the tests in the foreground");
        }
    }

    @Test
    @Timeout(60)
    void ctrl_c_removes_the_unfinished_report_keeps_the_earlier_one_and_exits_with_130() throws Exception {
        Command cac = new Command(folder);
        cac.feature("a.feature", "Feature: A", "Scenario: Ada", "Given Ada has a CAC");
        cac.execute("run");
        String earlier = cac.report("run.json");
        cac.feature(
                "a.feature", "Feature: A", "Scenario: Ada", "Given Ada has a CAC", "Scenario: Bob", "When Bob waits");

        Process process = cac.start("run", "--threads", "1");
        StringBuilder printed = new StringBuilder();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String first = String.valueOf(out.readLine());
            assertThat(first).contains("1/2");
            interrupt(process);
            out.lines().forEach(line -> printed.append(line).append('\n'));
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGINT_AND_128);
        assertThat(printed.toString()).contains("Interrupted: no report was written, an earlier one is kept");
        assertThat(cac.report("run.json")).isEqualTo(earlier);
        try (Stream<Path> entries = Files.list(folder.resolve("target"))) {
            assertThat(entries).containsExactly(cac.report());
        }
    }

    @Test
    @Timeout(60)
    void a_scenario_that_ctrl_c_cuts_off_is_not_called_failed() throws Exception {
        Command cac = new Command(folder);
        cac.feature(
                "a.feature",
                "Feature: A",
                "Scenario: Ada",
                "When Ada is cut off",
                "Scenario: Bob",
                "When Bob comes after");

        Process process = cac.start("run", "--threads", "1");
        List<String> printed;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("Ada can be cut off");
            interrupt(process);
            printed = out.lines().toList();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGINT_AND_128);
        assertThat(printed).containsExactly("", "Interrupted: no report was written, an earlier one is kept");
    }

    @Test
    @Timeout(60)
    void ctrl_c_closes_the_portal() throws Exception {
        Process process = new Command(folder).start("portal");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("Portal: https://127.0.0.1:1/");
            assertThat(out.readLine()).isEqualTo("Ctrl-C ends it");
            interrupt(process);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isEqualTo(SIGINT_AND_128);
        assertThat(folder.resolve("portal-closed")).exists();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }
}

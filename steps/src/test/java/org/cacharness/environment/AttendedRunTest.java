package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cacharness.cli.Main;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cac run --card auto --attended}: the test is the person, who does what the run asks for when it asks. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttendedRunTest {
    private static final String PUT_IN = "--name=^The reader announces Ada's CAC after she has logged in$";

    @TempDir
    Path folder;

    private CardOfAnotherProcess cac;
    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED AttendedRunTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @BeforeEach
    void start() throws Exception {
        cac = new CardOfAnotherProcess(folder);
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        cac.close();
    }

    @Test
    void the_card_is_pulled_and_put_in_when_the_run_asks_for_it_and_the_report_says_so() throws Exception {
        Process process = started("--attended", PUT_IN);

        List<String> asked = doingWhatIsAsked(process);

        assertThat(process.waitFor()).as(String.join("\n", asked)).isZero();
        assertThat(asked)
                .filteredOn(line -> line.startsWith(">>"))
                .containsExactly(
                        ">> Take your CAC out of the reader \"" + cac.reader().name() + "\".",
                        ">> Once logged into your account, put your CAC into the reader \""
                                + cac.reader().name() + "\".");
        assertThat(inReport("The person is asked: Once logged into your account"))
                .isTrue();
        assertThat(inReport("Seen: the reader reports a card")).isTrue();
    }

    @Test
    void a_person_who_does_nothing_makes_a_refusal() throws Exception {
        CardOfAnotherProcess.Ended run = CardOfAnotherProcess.Ended.of(started("--attended", "--patience=1", PUT_IN));

        assertThat(run.code()).as(run.output()).isEqualTo(4);
        assertThat(run.output()).contains("expected that the reader reports no card, it was not seen within 1 s");
    }

    @Test
    void where_nobody_attends_such_a_scenario_does_not_run_and_the_reason_is_told() throws Exception {
        CardOfAnotherProcess.Ended run = CardOfAnotherProcess.Ended.of(started(PUT_IN));

        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("a person has to put the card in and pull it: run with --attended");
    }

    /** To its end; returns what was printed. */
    private List<String> doingWhatIsAsked(Process process) throws IOException {
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith(">> Take your CAC out")) {
                    cac.reader().pull();
                } else if (line.startsWith(">>")) {
                    cac.insert();
                }
            }
        }
        return printed;
    }

    private Process started(String... selection) throws IOException {
        String[] words =
                Stream.concat(cac.autoWords().stream(), Stream.of(selection)).toArray(String[]::new);
        Process process = cac.start(Main.class.getName(), words);
        processes.add(process);
        return process;
    }

    private boolean inReport(String text) throws IOException {
        try (Stream<Path> files = Files.walk(cac.report())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}

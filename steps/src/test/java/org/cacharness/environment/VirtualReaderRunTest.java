package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.Main;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cac run --card virtual}, with the components of this machine; skipped where some are missing. */
@Tag("virtual-reader")
class VirtualReaderRunTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** SunPKCS11 and the embedded browser; Chromium has tests of its own. */
    private static final List<String> OPTIONS =
            List.of("run", "--no-color", "--card", "virtual", "--browser", "htmlunit");

    @TempDir
    Path folder;

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED VirtualReaderRunTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @Test
    void registrations_pass_through_openscs_module() throws Exception {
        assertThat(run("--name", "^Ada registers (with ActivClient|with the most recent|nothing when)"))
                .isZero();

        assertThat(json())
                .contains("virtual reader · OpenSC PKCS#11 · HtmlUnit")
                .containsPattern("\"passed\" ?: ?18")
                .containsPattern("\"failed\" ?: ?0");
    }

    @Test
    void wrong_pins_and_a_blocked_card_are_told_as_the_card_tells_them() throws Exception {
        assertThat(run("--tags", "@step-6-pin and not @every-combination")).isZero();
    }

    @Test
    void a_card_that_was_pulled_and_put_in_again_is_used_again() throws Exception {
        assertThat(run("--tags", "@step-2")).isZero();
    }

    @Test
    void another_persons_card_in_the_second_reader_is_told_from_the_first_by_its_serial() throws Exception {
        assertThat(run("--name", "^Ada cannot register with Bob's certificate")).isZero();
    }

    @Test
    void a_pin_that_no_plan_foresees_is_refused_before_the_module_gets_it() throws Exception {
        Path feature = Files.writeString(folder.resolve("unplanned.feature"), """
                Feature: A PIN without a plan

                  Scenario: Ada enters her PIN, and no tag says so
                    Given Ada's CAC is in the reader
                    When Ada enters her PIN
                """);

        run(feature.toString());

        assertThat(json()).containsPattern("\"refused\" ?: ?1");
    }

    /** What the run prints goes to this process's own output: it is made by another one. */
    private int run(String... selection) {
        List<String> words = new ArrayList<>(OPTIONS);
        words.add("--report=" + report());
        words.addAll(List.of(selection));
        PrintWriter dropped = new PrintWriter(new StringWriter());
        return Main.execute(new SimulatedHarness(), HOME, dropped, dropped, words.toArray(String[]::new));
    }

    private Path report() {
        return folder.resolve("report");
    }

    private String json() throws IOException {
        return Files.readString(report().resolve("run.json"));
    }
}

package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cacharness.report.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path home;

    private final FakeMachine machine = new FakeMachine();
    private final StringWriter out = new StringWriter();

    @Test
    void a_jdk_alone_is_enough_and_what_is_missing_has_advice() {
        assertThat(examine()).isZero();
        assertThat(out.toString())
                .contains(
                        "ok    JDK",
                        "--    Chromium",
                        "install chromium",
                        "--    Card reader",
                        "--    Virtual reader",
                        "scripts/install-virtual-reader",
                        "install OpenSC",
                        "./cac run")
                .doesNotContain("BAD");
    }

    @Test
    void an_old_jdk_is_bad() {
        machine.feature = 11;

        assertThat(examine()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("BAD   JDK", "install a JDK of version 17");
    }

    @Test
    void a_machine_that_may_not_listen_is_bad() {
        machine.listens = false;

        assertThat(examine()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("BAD   Ports");
    }

    @Test
    void a_browser_and_a_driver_of_different_versions_are_told() {
        machine.programs.put("chromium", "Chromium 156.0.8078.79 built on Debian");
        machine.programs.put("chromedriver", "ChromeDriver 155.0.1 (abc)");
        examine();
        assertThat(out.toString()).contains("156.0.8078.79", "look  Browser and driver");

        out.getBuffer().setLength(0);
        machine.programs.put("chromedriver", "ChromeDriver 156.0.1 (abc)");
        examine();
        assertThat(out.toString()).doesNotContain("Browser and driver");
    }

    @Test
    void readers_and_leftovers_are_listed() {
        machine.readers = List.of("Example Reader 00 (no card)");
        machine.leftovers.add("folder /tmp/.cac-report-1");
        examine();

        assertThat(out.toString())
                .contains(
                        "ok    Card reader        Example Reader 00 (no card)",
                        "look  Left-overs",
                        "/tmp/.cac-report-1");
    }

    @Test
    void this_machine_can_be_examined() {
        Workplace workplace = new Workplace(
                home, home, "./cac", "1", Terminal.log(new PrintWriter(out, true)), new PrintWriter(out, true));

        assertThat(new DoctorCommand(workplace).call()).isZero();
        assertThat(out.toString()).contains("JDK", "Card reader", "PKCS#11 module", "Left-overs");
    }

    private int examine() {
        return new DoctorCommand(machine, Terminal.log(new PrintWriter(out, true))).call();
    }

    private static final class FakeMachine implements Machine {
        private int feature = 17;
        private boolean listens = true;
        private List<String> readers = List.of();
        private final Map<String, String> programs = new HashMap<>();
        private final List<String> leftovers = new ArrayList<>();

        @Override
        public String system() {
            return "Linux";
        }

        @Override
        public int javaFeature() {
            return feature;
        }

        @Override
        public String javaDescription() {
            return "Example " + feature;
        }

        @Override
        public boolean hasCompiler() {
            return true;
        }

        @Override
        public Optional<Path> program(String... names) {
            return List.of(names).stream()
                    .filter(programs::containsKey)
                    .findFirst()
                    .map(Path::of);
        }

        @Override
        public Optional<String> firstLine(Path program, String... arguments) {
            return Optional.ofNullable(programs.get(program.toString()));
        }

        @Override
        public boolean exists(Path file) {
            return false;
        }

        @Override
        public Readers readers() {
            return new Readers(readers, "");
        }

        @Override
        public List<String> leftovers() {
            return leftovers;
        }

        @Override
        public boolean canListen() {
            return listens;
        }
    }
}

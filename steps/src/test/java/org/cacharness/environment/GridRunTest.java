package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.GridRequest;
import org.cacharness.cli.Main;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.GridInstallation;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cac run --grid}, with a hub and two nodes on this machine; skipped where Chromium is missing. */
@Tag("chromium")
class GridRunTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Patience GONE = new Patience(Duration.ofSeconds(10));
    private static final List<String> OUR_THREADS = List.of("tls-bridge", "certificate-chooser", "chromium-command");

    @TempDir
    static Path folder;

    private static GridOfThisMachine grid;

    @BeforeAll
    static void start() throws IOException {
        Optional<String> obstacle = ChromiumPrograms.onPath().obstacleWithoutDialogs();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED GridRunTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        grid = GridOfThisMachine.start(folder);
    }

    @AfterAll
    static void end() {
        if (grid != null) {
            grid.close();
            assertThat(grid.running()).as("processes of the Grid").isEmpty();
            assertThat(grid.openPorts()).as("ports of the Grid").isEmpty();
        }
    }

    @Test
    void scenarios_pass_on_both_nodes_and_nothing_is_left() throws IOException {
        StringWriter out = new StringWriter();

        int code = Main.execute(
                new SimulatedHarness(),
                HOME,
                new PrintWriter(out),
                new PrintWriter(out),
                "run",
                "--no-color",
                "--grid=" + grid.address(),
                "--browser=chromium",
                "--threads=2",
                "--tags=@step-2 or @step-7",
                "--report=" + folder.resolve("report"));

        assertThat(code).as(out.toString()).isZero();
        assertThat(Files.readString(folder.resolve("report/run.json")))
                .contains("in-process · Chromium on a Grid")
                .containsPattern("\"passed\" ?: ?1[0-9]")
                .containsPattern("\"failed\" ?: ?0");
        assertThat(grid.sessionsOfNodes()).allMatch(sessions -> sessions > 0);
        assertNothingIsLeft();
    }

    /** What a test bed sees, where a command line sees results alone. */
    @Nested
    class AtATestBed {
        private Simulation simulation;
        private GridInstallation chromium;
        private HeadlessBrowsers browsers;
        private SimulatedTestBed bed;

        @BeforeEach
        void begin() {
            simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets());
            chromium = GridHarness.installed(simulation, new GridRequest(grid.address(), 0));
            browsers = GridHarness.browsers(chromium.worker(), simulation);
            bed = simulation.testBed(new InProcessReaders(), browsers);
        }

        @AfterEach
        void end() throws IOException {
            bed.close();
            chromium.close();
            simulation.close();
            assertNothingIsLeft();
        }

        @Test
        void closing_every_browser_ends_every_process_of_that_member_and_of_no_other() {
            browsers.asProcessesOfTheirOwn();
            Workstation hers = bed.workstation(bed.member("Ada"));
            hers.browser().go(bed.portal().address());
            List<ProcessHandle> onlyHers = grid.browserProcesses();
            Workstation his = bed.workstation(bed.member("Bob"));
            his.browser().go(bed.portal().address());

            hers.closeEveryBrowser();

            assertThat(onlyHers).hasSizeGreaterThan(2);
            GONE.until(() -> onlyHers.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(onlyHers.stream().filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(grid.sessions()).hasSize(1);
            assertThat(his.screen().text()).isNotEmpty();
        }

        @Test
        void a_portal_whose_certificate_is_no_good_is_shown_as_that() {
            try (TestPki stranger = TestPki.start();
                    NeighbourSite site = NeighbourSite.start(stranger)) {
                browsers.portalStarted(List.of(site.address()));
                Workstation computer = bed.workstation(bed.member("Ada"));

                computer.browser().go(site.address());

                assertThat(computer.screen().text()).contains("ERR_CERT_AUTHORITY_INVALID");
            }
        }

        @Test
        void a_session_that_the_grid_has_lost_is_told_and_the_next_browser_gets_another() throws Exception {
            Workstation computer = bed.workstation(bed.member("Ada"));
            computer.browser().go(bed.portal().address());
            grid.lose(grid.sessions().get(0));

            assertThatThrownBy(() -> computer.browser().go(bed.portal().address()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Grid " + grid.address())
                    .hasMessageContaining("the Grid has lost it");

            Workstation next = bed.workstation(bed.member("Bob"));
            next.browser().go(bed.portal().address());
            assertThat(next.screen().text()).isNotEmpty();
        }
    }

    private static void assertNothingIsLeft() throws IOException {
        GONE.until(() -> grid.sessions().isEmpty() && grid.browserProcesses().isEmpty());
        assertThat(grid.sessions()).as("sessions").isEmpty();
        assertThat(grid.browserProcesses())
                .as("drivers and browsers of the nodes")
                .isEmpty();
        assertThat(grid.filesOfBrowsers())
                .as("temporary files of the nodes' browsers")
                .isEmpty();
        GONE.until(() -> ourThreads().isEmpty());
        assertThat(ourThreads()).as("threads of bridges and chooser").isEmpty();
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(OUR_THREADS::contains)
                .toList();
    }
}

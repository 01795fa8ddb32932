package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.Ask;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.Screen;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.drivers.headless.HeadlessInstallation;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.TestPki;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;

/** Headless Chromium behind the TLS bridge, on this machine; skipped where it is missing. */
@Tag("chromium")
class HeadlessChromiumTest {
    private static Simulation simulation;
    private static HeadlessInstallation chromium;
    private static BridgedWorker worker;

    private HeadlessBrowsers browsers;
    private SimulatedTestBed bed;
    private Member ada;

    @BeforeAll
    static void install() {
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        Optional<String> obstacle = programs.obstacleWithoutDialogs();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED HeadlessChromiumTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets());
        chromium = HeadlessInstallation.prepare(programs, simulation.authoritiesToInstall(), false);
        worker = chromium.worker();
    }

    @AfterAll
    static void uninstall() {
        if (chromium != null) {
            chromium.close();
            simulation.close();
        }
    }

    @BeforeEach
    void begin() {
        browsers = new HeadlessBrowsers(worker, simulation);
        bed = simulation.testBed(new InProcessReaders(), browsers);
        bed.allowPresentations(3);
        ada = bed.member("Ada");
    }

    @AfterEach
    void end() {
        bed.close();
    }

    @Test
    void nothing_of_one_scenario_is_seen_by_the_next_in_the_same_process_at_the_same_portal() {
        CacInHand cac = bed.cac(ada, CacIssue.CURRENT);
        bed.backOffice().register(ada, cac.certificate());
        Workstation first = computer(cac);
        first.browser().go(bed.portal().address());
        long whole = fetched(first);
        logInByCard(first);
        assertThat(fetched(first)).as("once more in the same browser").isZero();
        run(first, "localStorage.setItem('left', 'behind'); document.cookie = 'left=behind; path=/; Secure'");
        assertThat(run(first, "return localStorage.getItem('left') + document.cookie"))
                .asString()
                .contains("behind", "left=behind");
        first.closeEveryBrowser();

        Workstation second = computer(cac);
        second.browser().go(bed.portal().address());

        assertThat(run(second, "return '' + localStorage.getItem('left') + document.cookie"))
                .as("storage and cookies")
                .isEqualTo("null");
        assertThat(fetched(second))
                .as("bytes that the script of the page took over the network: a cached file takes none")
                .isEqualTo(whole)
                .isPositive();
        new AccountPages(second, bed.portal()).goHome();
        assertThat(second.screen().isHeaded("My Account Home"))
                .as("logged in already")
                .isFalse();
        logInByCard(second);
        assertThat(second.prompts().asked())
                .as("asked anew: the choice and the TLS session of the first are unknown; the PIN is known to the card")
                .contains(Ask.CERTIFICATE);
        assertThat(signatures(second))
                .as("signatures that the card made for the second")
                .isPositive();
    }

    @Test
    void two_browsers_at_the_same_time_are_two_people() {
        CacInHand cac = bed.cac(ada, CacIssue.CURRENT);
        bed.backOffice().register(ada, cac.certificate());
        Workstation hers = computer(cac);
        Member bob = bed.member("Bob");
        Workstation his = bed.workstation(bob);
        logInByCard(hers);

        new LoginPages(his, bed.portal()).cacLogin();

        assertThat(his.screen().text()).contains("No certificate was presented");
        new AccountPages(hers, bed.portal()).goHome();
        assertThat(hers.screen().isHeaded("My Account Home")).isTrue();
    }

    @Test
    void closing_every_browser_ends_every_process_of_that_member_and_of_no_other() {
        browsers.asProcessesOfTheirOwn();
        Workstation hers = bed.workstation(ada);
        Workstation his = bed.workstation(bed.member("Bob"));
        Set<ProcessHandle> before = chromiumProcesses();
        his.browser().go(bed.portal().address());
        Set<ProcessHandle> withHis = chromiumProcesses();
        hers.browser().go(bed.portal().address());
        Set<ProcessHandle> onlyHers = chromiumProcesses();
        onlyHers.removeAll(withHis);
        // His browser may have begun another process meanwhile
        onlyHers.removeIf(process -> process.parent().filter(withHis::contains).isPresent());
        withHis.removeAll(before);

        hers.closeEveryBrowser();

        assertThat(onlyHers).hasSizeGreaterThan(2);
        // Chromium's crash handlers are nobody's children, and end by themselves when their browser is gone
        new Patience(Duration.ofSeconds(5)).until(() -> onlyHers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(onlyHers.stream().filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(withHis.stream().filter(ProcessHandle::isAlive)).hasSizeGreaterThan(2);
        assertThat(his.screen().text()).isNotEmpty();
    }

    @Test
    void what_each_of_two_browsers_sends_is_in_its_own_computer_s_evidence() {
        CacInHand cac = bed.cac(ada, CacIssue.CURRENT);
        bed.backOffice().register(ada, cac.certificate());
        Workstation hers = computer(cac);
        Workstation his = bed.workstation(bed.member("Bob"));
        his.browser().go(bed.portal().address());

        logInByCard(hers);

        assertThat(his.traffic().newExchanges()).containsExactly("GET / → 200");
        assertThat(hers.traffic().newExchanges())
                .anyMatch(line -> line.startsWith("POST /cac/login") && line.contains(" → 303 https://"))
                .last()
                .asString()
                .matches("GET /account.* → 200");
        assertThat(hers.traffic().newHeaders())
                .anyMatch(line -> line.contains(": set-cookie: __Host-session=; ") && line.contains("HttpOnly"))
                .anyMatch(line -> line.contains(": content-security-policy: "));
        assertThat(hers.traffic().newEvents()).extracting(TimelineEvent::layer).contains(Layer.HTTP, Layer.TLS);
    }

    @Test
    void http_2_and_http_1_1_pass_as_the_portal_speaks_them() {
        Workstation computer = bed.workstation(ada);
        new LoginPages(computer, bed.portal()).cacLogin();
        assertThat(protocol(computer)).isEqualTo("h2");

        try (NeighbourSite old = NeighbourSite.start(simulation.pki())) {
            browsers.portalStarted(List.of(old.address()));
            computer.browser().go(old.address());
            assertThat(protocol(computer)).isEqualTo("http/1.1");
        }
    }

    @Test
    void a_portal_whose_certificate_is_no_good_is_shown_as_that() {
        try (TestPki stranger = TestPki.start();
                NeighbourSite site = NeighbourSite.start(stranger)) {
            browsers.portalStarted(List.of(site.address()));
            Workstation computer = bed.workstation(ada);

            computer.browser().go(site.address());

            assertThat(computer.screen().text()).contains("ERR_CERT_AUTHORITY_INVALID");
        }
    }

    @Test
    void a_site_that_is_not_the_portal_gets_no_certificate() {
        CacInHand cac = bed.cac(ada, CacIssue.CURRENT);
        try (NeighbourSite other = NeighbourSite.start(simulation.pki())) {
            Workstation computer = computer(cac);

            computer.browser().go(other.address());

            assertThat(computer.screen().text()).contains("with no certificate");
            assertThat(computer.prompts().asked()).isEmpty();
        }
    }

    @Test
    void no_page_of_the_browser_s_own_waits_under_its_address_bar() {
        Workstation computer = bed.workstation(ada);
        computer.browser().go(bed.portal().address());
        computer.browser().openAnotherWindow();
        computer.browser().go(bed.portal().address());

        assertThat(ProcessHandle.current().descendants())
                .extracting(HeadlessChromiumTest::commandLine)
                .anyMatch(line -> line.contains("--type=renderer"))
                .noneMatch(line -> line.contains("--top-chrome-webui"));
    }

    @Test
    void nothing_is_left_of_an_installation_that_was_closed() throws IOException {
        Set<Path> before = folders();
        HeadlessInstallation other =
                HeadlessInstallation.prepare(ChromiumPrograms.onPath(), simulation.authoritiesToInstall(), false);
        try (SimulatedTestBed elsewhere =
                simulation.testBed(new InProcessReaders(), new HeadlessBrowsers(other.worker(), simulation))) {
            Portal portal = elsewhere.portal();
            elsewhere.workstation(elsewhere.member("Ada")).browser().go(portal.address());
        }

        other.close();

        assertThat(folders()).isEqualTo(before);
    }

    private Workstation computer(CacInHand cac) {
        Workstation computer = bed.workstation(ada);
        computer.prompts().willEnter(() -> Optional.of(cac.pin()));
        cac.putInto(computer.reader());
        computer.certificates().publish(cac.certificates());
        return computer;
    }

    private void logInByCard(Workstation computer) {
        new LoginPages(computer, bed.portal()).cacLogin();
        Screen screen = computer.screen();
        assertThat(screen.isHeaded("My Account Home"))
                .as("logged in; the screen: %s", screen.text())
                .isTrue();
    }

    private static @Nullable Object run(Workstation computer, String script) {
        return ((JavascriptExecutor) computer.browser().driver()).executeScript(script);
    }

    /** Whole: the JDK leaves out what does not fit into a page of memory. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static long fetched(Workstation computer) {
        return (Long) Objects.requireNonNull(
                run(
                        computer,
                        "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('portal.js'))[0].transferSize"),
                "the script's size");
    }

    private static String protocol(Workstation computer) {
        return String.valueOf(run(computer, "return performance.getEntriesByType('navigation')[0].nextHopProtocol"));
    }

    private static long signatures(Workstation computer) {
        return computer.reader().journal().entries().stream()
                .filter(entry -> entry.name().startsWith("SIGN"))
                .count();
    }

    private static Set<ProcessHandle> chromiumProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chromium"))
                .collect(Collectors.toSet());
    }

    private static Set<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(BrowserEnvironment.folderOfHomes())) {
            return files.filter(file -> file.getFileName().toString().startsWith("cacharness-browser"))
                    .collect(Collectors.toSet());
        }
    }
}

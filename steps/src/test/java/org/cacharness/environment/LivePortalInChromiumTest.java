package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.HeadlessInstallation;
import org.cacharness.harborgate.Flaw;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headless Chromium at a portal that is not ours, which the TLS bridge leads to. */
@Tag("chromium")
class LivePortalInChromiumTest {
    private static final String CONFIRMATION = "^The confirmation names Ada's certificate";

    @TempDir
    Path folder;

    private LivePortalDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = LivePortalDesk.openForChromium(folder);
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void a_card_is_registered_and_logs_in_and_nobody_else_s_does() throws IOException {
        int code = desk.run(
                "--browser",
                "chromium",
                "--name",
                CONFIRMATION + "|^Ada's registered CAC logs her in$|^Ada cannot register with Bob's certificate$"
                        + "|^The CAC Login button turns Ada away while her CAC is not registered$");

        assertThat(code).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("4 passed, 0 failed");
        assertThat(Files.readString(folder.resolve("report/run.json"))).contains("live portal · in-process · Chromium");
    }

    @Test
    void a_portal_that_links_nothing_is_noticed() {
        desk.gate().has(Set.of(Flaw.LINKS_NOTHING));

        int code = desk.run("--browser", "chromium", "--name", CONFIRMATION);

        assertThat(code).as(desk.printed()).isEqualTo(1);
    }

    /** The test PKI issued the bridge's certificate, which the browser takes; the portal's own is what counts. */
    @Test
    void a_portal_whom_the_member_s_computer_does_not_trust_is_shown_as_that() {
        try (TestPki others = TestPki.start()) {
            assertThat(canConnect(others.browserTrust())).isFalse();
        }
        assertThat(canConnect(desk.serverIssuers())).isTrue();
    }

    private boolean canConnect(KeyStore trusted) {
        LivePortal portal = desk.livePortal(trusted);
        Member ada = new Member("Ada", "ada", "9900000011", "QUILLWORTH.ADA.MARIGOLD.9900000011");
        try (Simulation simulation =
                        Simulation.start(SimulationSettings.builtIn().at(portal), new Secrets());
                HeadlessInstallation chromium = HeadlessInstallation.prepare(
                        ChromiumPrograms.onPath(), simulation.authoritiesToInstall(), false);
                SimulatedTestBed bed = simulation.testBed(
                        new InProcessReaders(), new HeadlessBrowsers(chromium.worker(), simulation))) {
            Browser browser = bed.workstation(ada).browser();
            browser.go(desk.gate().address());
            return !browser.couldNotConnect();
        }
    }
}

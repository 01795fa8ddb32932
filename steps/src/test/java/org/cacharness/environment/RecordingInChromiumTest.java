package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.TrafficListener;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.HeadlessInstallation;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that headless Chromium makes, and recordings that it is shown. */
@Tag("chromium")
class RecordingInChromiumTest {
    private static final String CONFIRMATION = "The confirmation names Ada's certificate, and the portal holds it";
    private static final String WRONG_PIN = "A wrong PIN registers nothing, and Ada sees how many tries are left";
    private static final String ANOTHER_KEY =
            "Ada registers nothing with a CAC that has another key than its identity certificate says";
    private static final String SCENARIOS = "^(" + CONFIRMATION + "|" + WRONG_PIN + "|" + ANOTHER_KEY + ")$";

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
    void what_chromium_recorded_is_replayed_to_it_without_a_difference() throws IOException {
        int recorded = desk.record("--browser", "chromium", "--name", SCENARIOS);

        assertThat(recorded).as(desk.printed()).isZero();
        assertThat(desk.gate().browsersWithCard()).isNotEmpty().allMatch(name -> name.contains("HeadlessChrome"));
        assertThat(desk.printed())
                .contains("Not recorded: " + ANOTHER_KEY + ": the connection to server 2 was refused")
                .contains("2 scenarios, ", "1 not recorded");
        assertThat(textsOf("recording")).doesNotContain("localhost").contains("recorded-person-1-password");
        desk.close();
        assertThat(desk.replay("--browser", "chromium", "--name", SCENARIOS))
                .as(desk.printed())
                .isZero();
        assertThat(desk.printed()).contains("2 passed, 0 failed");
        assertThat(Files.readString(folder.resolve("replayed/run.json")))
                .contains("recorded portal · in-process · Chromium");
        assertThat(desk.compare()).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("2 scenarios compared, 1 not compared, 0 differences");
    }

    @Test
    void what_chromium_recorded_is_replayed_to_the_embedded_browser() {
        desk.record("--browser", "chromium", "--name", CONFIRMATION);
        desk.close();

        assertThat(desk.replay("--name", CONFIRMATION)).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("1 passed, 0 failed");
    }

    @Test
    void what_the_embedded_browser_recorded_is_replayed_to_chromium() {
        desk.record("--name", CONFIRMATION);
        desk.close();

        assertThat(desk.replay("--browser", "chromium", "--name", CONFIRMATION))
                .as(desk.printed())
                .isZero();
        assertThat(desk.printed()).contains("1 passed, 0 failed");
    }

    /** Its script goes on before anybody could ask for it. */
    @Test
    void a_page_that_is_left_at_once_is_recorded_whole() {
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        LivePortal portal = desk.livePortal();
        Member ada = new Member("Ada", "ada", "9900000011", "QUILLWORTH.ADA.MARIGOLD.9900000011");
        try (Simulation simulation =
                        Simulation.start(SimulationSettings.builtIn().at(portal), new Secrets());
                HeadlessInstallation chromium = HeadlessInstallation.prepare(
                        ChromiumPrograms.onPath(), simulation.authoritiesToInstall(), false);
                SimulatedTestBed bed = simulation.testBed(
                        new InProcessReaders(), new HeadlessBrowsers(chromium.worker(), simulation))) {
            Workstation computer = bed.workstation(ada);
            computer.traffic().tell(new Listening(exchanges));
            computer.browser().go(desk.gate().address().resolve("/moved"));
            computer.closeEveryBrowser();
        }

        assertThat(exchanges)
                .filteredOn(exchange -> exchange.address().getPath().equals("/moved"))
                .hasSize(1)
                .allMatch(exchange -> new String(exchange.body(), exchange.charset()).contains("location.replace"));
        assertThat(exchanges).anyMatch(exchange -> exchange.address().getPath().equals("/"));
    }

    private record Listening(List<Exchange> exchanges) implements TrafficListener {
        @Override
        public void answered(Exchange exchange) {
            exchanges.add(exchange);
        }

        @Override
        public void unanswered(URI address, IOException problem) {}

        @Override
        public void shookHands(Handshake handshake) {}
    }

    private String textsOf(String name) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> tree = Files.walk(folder.resolve(name))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}

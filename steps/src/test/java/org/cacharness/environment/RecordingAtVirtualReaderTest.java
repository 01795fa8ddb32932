package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording by way of PC/SC and PKCS#11, which another process makes, and reads. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordingAtVirtualReaderTest {
    private static final String CONFIRMATION = "The confirmation names Ada's certificate, and the portal holds it";

    @TempDir
    Path folder;

    @Test
    void what_was_recorded_with_a_card_in_a_reader_is_replayed_without_a_difference() throws Exception {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED RecordingAtVirtualReaderTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        try (LivePortalDesk desk = LivePortalDesk.open(folder)) {
            assertThat(desk.record("--card", "virtual", "--name", CONFIRMATION)).isZero();
            assertThat(Files.readString(folder.resolve("recording/recording.json")))
                    .contains("\"servers\"")
                    .doesNotContain("\"obstacle\" : \"");
            assertThat(Files.readString(folder.resolve("live/run.json")))
                    .contains("live portal · virtual reader · OpenSC PKCS#11 · HtmlUnit");
            desk.close();

            assertThat(desk.replay("--card", "virtual", "--browser", "htmlunit", "--name", CONFIRMATION))
                    .isZero();
            assertThat(Files.readString(folder.resolve("replayed/run.json")))
                    .contains("recorded portal · virtual reader · OpenSC PKCS#11 · HtmlUnit");
            assertThat(desk.compare()).as(desk.printed()).isZero();
            assertThat(desk.printed()).contains("1 scenarios compared, 0 not compared, 0 differences");
        }
    }
}

package org.cacharness.drivers.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.chromium.HeadlessChromium;
import org.cacharness.drivers.chromium.PageScripts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How Chromium begins. */
@Tag("chromium")
class HeadlessProcessTest {
    /** With its New Tab page it would be busy while the first scenario begins. */
    @Test
    void a_browser_begins_with_an_empty_page() {
        Optional<String> obstacle = HeadlessChromium.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        try (HeadlessInstallation installation =
                HeadlessInstallation.prepare(ChromiumPrograms.onPath(), List.of(), false)) {
            HeadlessProcess process = installation.start(installation.newHome(), Optional.empty());

            assertThat(new PageScripts(process.chooser()).address()).hasToString("about:blank");
        }
    }
}

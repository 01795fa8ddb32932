package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that says what chromedriver says takes its place. */
class ChromedriverTest {
    private static final String ENDS =
            "echo 'Starting ChromeDriver 140.0 on port 0'; echo 'IPv4 port not available. Exiting...'; ";
    private static final String LISTENS = "echo 'ChromeDriver was started successfully on port 41234.'; sleep 60";

    @TempDir
    Path folder;

    @BeforeEach
    void processes_are_guarded_on_linux_only() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "not installed: setsid");
    }

    @Test
    void a_port_taken_under_one_version_of_the_protocol_is_another_start() {
        try (Chromedriver driver = start("[ -e once ] && { " + LISTENS + "; }; touch once; " + ENDS)) {
            assertThat(driver.address()).hasToString("http://127.0.0.1:41234");
        }
    }

    @Test
    void no_free_port_is_said_after_five_starts() {
        assertThatThrownBy(() -> start("echo x >> starts; " + ENDS).close())
                .hasMessageContaining("expected a port that is free on 127.0.0.1 and on ::1")
                .hasMessageContaining("5 starts");
        assertThat(folder.resolve("starts")).content().hasLineCount(5);
    }

    private Chromedriver start(String script) {
        return Chromedriver.start(
                ChromiumPrograms.onPath(),
                folder,
                Map.of("PATH", "/usr/bin:/bin"),
                List.of("/bin/sh", "-c", "cd '" + folder + "'; " + script));
    }
}

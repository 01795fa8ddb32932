package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void no_library_logs_past_the_mask_and_the_exit_code_is_the_commands() throws Exception {
        Command cac = new Command(folder)
                .feature(
                        "a.feature",
                        "Feature: A",
                        "Scenario: Ada",
                        "Given Ada has a CAC",
                        "Then the harness breaks over the PIN");

        Process process = cac.start("run", "--verbose");
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(ExitCode.BROKEN);
        assertThat(printed).contains("over ****").doesNotContain("73914628");
    }
}

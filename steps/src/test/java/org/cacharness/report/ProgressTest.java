package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cacharness.report.Results.result;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter written = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void a_log_gets_a_line_for_each_scenario_and_no_control_characters() {
        Progress progress = progress(Terminal.log(new PrintWriter(written, true)), 61);

        progress.started(result("Ada registers", 1, Outcome.PASSED, null).scenario());
        progress.finished(result("Ada registers", 1, Outcome.PASSED, null));
        progress.end();

        assertThat(written.toString().strip()).isEqualTo("1/61  passed     1.23 s  Ada registers");
    }

    @Test
    void a_terminal_gets_a_bar_that_is_drawn_again() {
        Progress progress = progress(screen(true, 60), 4);

        progress.finished(result("Ada registers", 1, Outcome.PASSED, null));
        now = now.plusSeconds(64);
        progress.started(result("Bob registers his CAC at a portal with a very long title", 2, Outcome.PASSED, null)
                .scenario());

        assertThat(written.toString())
                .endsWith("\r\u001b[K\u001b[32m[#####---------------]\u001b[0m 1/4  01:04  Bob registers his CAC a…");
    }

    @Test
    void a_failure_stays_above_the_bar_and_turns_it_red() {
        Progress progress = progress(screen(true, 80), 2);

        progress.finished(result("Ada registers", 1, Outcome.FAILED, "no"));

        assertThat(written.toString()).contains("\u001b[31;1m✘ 1/2  failed", "\u001b[31;1m[##########----------]");
    }

    @Test
    void without_colours_there_are_none() {
        Progress progress = progress(screen(false, 80), 2);

        progress.finished(result("Ada registers", 1, Outcome.FAILED, "no"));

        assertThat(written.toString()).contains("[##########----------]").doesNotContain("[31");
    }

    private Progress progress(Terminal terminal, int total) {
        InstantSource clock = () -> now;
        return new Progress(terminal, clock, total);
    }

    private Terminal screen(boolean colours, int width) {
        return new Terminal(new PrintWriter(written, true), true, colours, true, width);
    }
}

package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() {
        cac = new Command(folder);
    }

    private void scenario(String step) throws IOException {
        cac.feature("a.feature", "Feature: Registration", "Scenario: Ada", step);
    }

    @Test
    void one_thread_and_two_are_compared_by_a_ratio_and_the_last_report_is_left_alone() throws IOException {
        scenario("When Ada registers it");
        cac.execute("run");
        String before = cac.report("run.json");

        int code = cac.execute("bench", "threads", "--rounds", "1");

        assertThat(cac.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(cac.out()).containsPattern("FIGURE htmlunit: one thread .* s, two threads .* s: .* times as fast");
        assertThat(cac.report("run.json")).isEqualTo(before);
    }

    @Test
    void scenarios_that_fail_say_nothing_of_speed() throws IOException {
        scenario("Then the portal shows \"Welcome\"");

        assertThat(cac.execute("bench", "threads", "--rounds", "1")).isEqualTo(2);
        assertThat(cac.err()).contains("Bench: expected a run that passes, got exit code 1");
        assertThat(cac.out()).doesNotContain("FIGURE");
    }

    @Test
    void the_comparison_with_other_tools_is_a_script_of_the_checkout() throws IOException {
        assertThat(cac.execute("bench", "browsers")).isEqualTo(2);
        assertThat(cac.err()).contains("scripts/bench-browsers, there is none: run it in a checkout");

        Path script = Files.createDirectories(folder.resolve("scripts")).resolve("bench-browsers");
        Files.writeString(script, "#!/bin/sh\nexit $(($1 - 1))\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        assertThat(cac.execute("bench", "browsers", "--rounds", "4")).isEqualTo(3);
    }

    @Test
    void the_last_scenarios_are_measured_by_the_second_ones() throws IOException {
        scenario("When Ada registers it");

        int code = cac.execute("bench", "endurance", "--rounds", "6", "--every", "2");

        assertThat(cac.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(cac.out())
                .containsPattern(" 2 scenarios: median [0-9.]+ s, heap [0-9.]+ MiB, [0-9]+ handles, [0-9]+ threads")
                .containsPattern("FIGURE htmlunit, 6 scenarios in one process, the last 2 against the second 2: time");
    }

    @Test
    void too_few_scenarios_say_nothing_of_endurance() throws IOException {
        scenario("When Ada registers it");

        assertThat(cac.execute("bench", "endurance", "--rounds", "2")).isEqualTo(2);
        assertThat(cac.err()).contains("three parts of 200 scenarios or more, got 2 scenarios");
        assertThat(cac.out()).doesNotContain("FIGURE");
    }

    @Test
    void the_parts_of_a_run_are_worked_out_from_its_times() throws IOException {
        Path run = Files.writeString(
                folder.resolve("run.json"), "{\"scenarios\":[{\"location\":\"a:1\",\"durationMillis\":7}]}");

        assertThat(cac.execute("bench", "shards", run.toString())).isZero();
        assertThat(cac.out()).contains("FIGURE  2 parts: longest / mean 2.000, longest / what is possible 1.000");
    }

    @Test
    void what_is_measured_has_to_be_said() {
        assertThat(cac.execute("bench")).isEqualTo(2);
        assertThat(cac.err()).contains("threads, endurance, shards or browsers");
    }
}

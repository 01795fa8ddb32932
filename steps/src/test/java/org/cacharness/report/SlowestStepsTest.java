package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowestStepsTest {
    @Test
    void a_sentence_stands_once_with_the_scenario_in_which_it_took_longest() {
        ScenarioResult quick = scenario("quick", step("Given", "Ada has a CAC", 10));
        ScenarioResult slow = scenario("slow", step("And", "Ada has a CAC", 30), step("When", "Ada logs in", 20));

        List<SlowestSteps.Row> rows = SlowestSteps.of(List.of(quick, slow));

        assertThat(rows)
                .containsExactly(
                        new SlowestSteps.Row(
                                "Given Ada has a CAC", 2, Duration.ofMillis(30), Duration.ofMillis(40), slow),
                        new SlowestSteps.Row(
                                "When Ada logs in", 1, Duration.ofMillis(20), Duration.ofMillis(20), slow));
    }

    @Test
    void hooks_are_no_steps_and_ten_are_enough() {
        StepResult[] steps = IntStream.rangeClosed(1, 12)
                .mapToObj(at -> step("When", "step " + at, at))
                .toArray(StepResult[]::new);

        List<SlowestSteps.Row> rows =
                SlowestSteps.of(List.of(scenario("hook", step("", "a hook", 99)), scenario("many", steps)));

        assertThat(rows).hasSize(10).extracting(SlowestSteps.Row::sentence).startsWith("When step 12");
    }

    private static ScenarioResult scenario(String name, StepResult... steps) {
        PlannedScenario planned =
                new PlannedScenario(URI.create("file:" + name), name, 1, "Feature", name, List.of(), List.of(), 0);
        return new ScenarioResult(planned, Outcome.PASSED, null, Duration.ofMillis(1), List.of(steps), null);
    }

    private static StepResult step(String keyword, String text, int millis) {
        return new StepResult(keyword, text, 1, Outcome.PASSED, null, null, Duration.ofMillis(millis), null, List.of());
    }
}

package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cacharness.report.PlannedScenario;
import org.junit.jupiter.api.Test;

class PresentationBudgetTest {
    @Test
    void the_first_scenario_that_presents_a_pin_gets_it_and_the_next_is_not_begun() {
        List<Plan.Entry> planned = budget(1, running("looks", 0), running("logs in", 1), running("registers", 1));

        assertThat(planned).extracting(Plan.Entry::runs).containsExactly(true, true, false);
        assertThat(planned.get(2).reasonNotToRun())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("sends its PIN at most once, and \"logs in\" has it")
                        .endsWith("run this one alone, by features/a.feature:7"));
    }

    @Test
    void a_scenario_that_is_not_run_anyway_takes_nothing_and_keeps_its_reason() {
        List<Plan.Entry> planned = budget(1, running("logs in", 1).because("needs a person"), running("registers", 1));

        assertThat(planned.get(0).reasonNotToRun()).contains("needs a person");
        assertThat(planned.get(1).runs()).isTrue();
    }

    @Test
    void a_scenario_that_needs_more_than_a_run_may_make_is_for_simulated_cards() {
        List<Plan.Entry> planned = budget(1, running("twice", 2), running("once", 1));

        assertThat(planned.get(0).reasonNotToRun().orElse("")).endsWith("once: this scenario needs a simulated card");
        assertThat(planned.get(1).runs()).isTrue();
    }

    @Test
    void what_is_left_is_counted_down() {
        assertThat(budget(3, running("a", 2), running("b", 2), running("c", 1), running("d", 1)))
                .extracting(Plan.Entry::runs)
                .containsExactly(true, false, true, false);
    }

    @Test
    void without_a_limit_everything_runs() {
        List<Plan.Entry> entries = List.of(running("a", 100), running("b", 100));

        assertThat(PresentationBudget.of(OptionalInt.empty()).over(entries)).isEqualTo(entries);
    }

    private static List<Plan.Entry> budget(int limit, Plan.Entry... entries) {
        return PresentationBudget.of(OptionalInt.of(limit)).over(Arrays.asList(entries));
    }

    private static Plan.Entry running(String name, int presentations) {
        return new Plan.Entry(
                new PlannedScenario(
                        URI.create("file:///features/a.feature"),
                        "features/a.feature",
                        7,
                        "A feature",
                        name,
                        List.of(),
                        List.of(),
                        presentations),
                "a card",
                Optional.empty());
    }
}

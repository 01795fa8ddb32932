package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cacharness.report.Results.result;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceabilityTest {
    private static final DocumentedStep STEP = new DocumentedStep("@step-1", "log in", "home");

    @Test
    void one_failure_outweighs_all_that_passed() {
        Traceability.Row row =
                row(result("a", 1, Outcome.PASSED, null, "@step-1"), result("b", 2, Outcome.FAILED, "no", "@step-1"));

        assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(row.count(Outcome.PASSED)).isEqualTo(1);
    }

    @Test
    void a_refusal_outweighs_what_passed() {
        assertThat(row(
                                result("a", 1, Outcome.PASSED, null, "@step-1"),
                                result("b", 2, Outcome.REFUSED, "1 try left", "@step-1"))
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_step_that_did_not_run_gives_each_reason_once() {
        Traceability.Row row = row(
                result("a", 1, Outcome.NOT_RUN, "needs a reader", "@step-1"),
                result("b", 2, Outcome.NOT_RUN, "needs a reader", "@step-1"),
                result("c", 3, Outcome.NOT_RUN, "not selected", "@step-1"));

        assertThat(row.outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(row.reason()).contains("needs a reader; not selected");
    }

    @Test
    void a_step_without_a_scenario_is_uncovered_and_says_so() {
        Traceability traceability = Traceability.of(
                new Procedure(List.of(STEP)), "x", List.of(result("a", 1, Outcome.PASSED, null, "@step-11")));

        assertThat(traceability.uncovered()).containsExactly(STEP);
        assertThat(traceability.rows().get(0).reason()).contains("no scenario of this run covers it");
    }

    private static Traceability.Row row(ScenarioResult... results) {
        return Traceability.of(new Procedure(List.of(STEP)), "x", List.of(results))
                .rows()
                .get(0);
    }
}

package org.cacharness.report;

import java.time.Duration;
import java.util.List;

/**
 * A finished run.
 *
 * @param facts what there is to know about it
 * @param scenarios all results, also of those that did not run
 * @param traceability documented steps and the scenarios that cover them
 * @param duration how long it took
 */
public record RunResult(RunFacts facts, List<ScenarioResult> scenarios, Traceability traceability, Duration duration) {
    public RunResult {
        scenarios = List.copyOf(scenarios);
    }

    /** How many scenarios had this outcome. */
    public long count(Outcome outcome) {
        return scenarios.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The scenarios with this outcome. */
    public List<ScenarioResult> with(Outcome outcome) {
        return scenarios.stream().filter(result -> result.outcome() == outcome).toList();
    }
}

package org.cacharness.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cacharness.report.Outcome;
import org.cacharness.report.PlannedScenario;
import org.cacharness.report.ScenarioResult;

/**
 * Repeats scenarios that failed. One that passes then is flaky, and that is a result of its own: it would be wrong to call it passed, and
 * to call it failed would hide that it does not always fail.
 */
final class Repetitions {
    private final int most;
    private final Function<List<PlannedScenario>, List<ScenarioResult>> runner;

    /**
     * Prepares to repeat.
     *
     * @param most how often the same scenario, from 0
     * @param runner runs scenarios again, and gives their results
     */
    Repetitions(int most, Function<List<PlannedScenario>, List<ScenarioResult>> runner) {
        this.most = most;
        this.runner = runner;
    }

    /** The results, with what came of repeating; those that did not fail are left as they are. */
    List<ScenarioResult> of(List<ScenarioResult> results) {
        List<ScenarioResult> so = results;
        for (int repetition = 1; repetition <= most; repetition++) {
            List<PlannedScenario> failed = so.stream()
                    .filter(result -> result.outcome() == Outcome.FAILED)
                    .map(ScenarioResult::scenario)
                    .toList();
            if (failed.isEmpty()) {
                return so;
            }
            so = so.stream().map(passedNow(runner.apply(failed), repetition)).toList();
        }
        return so;
    }

    private static UnaryOperator<ScenarioResult> passedNow(List<ScenarioResult> again, int repetition) {
        Map<String, Outcome> outcomes = again.stream()
                .collect(Collectors.toMap(result -> result.scenario().key(), ScenarioResult::outcome));
        return result ->
                outcomes.get(result.scenario().key()) == Outcome.PASSED ? result.passedAgain(repetition) : result;
    }
}

package org.cacharness.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one scenario.
 *
 * @param scenario what was planned
 * @param outcome what came of it
 * @param reason why it failed, at least at first, was refused or did not run; null if it passed
 * @param duration how long it took
 * @param steps in the order in which they ran; empty if it did not run
 * @param presentationsSent PIN presentations that were counted, null if nobody counted
 */
public record ScenarioResult(
        PlannedScenario scenario,
        Outcome outcome,
        @Nullable String reason,
        Duration duration,
        List<StepResult> steps,
        @Nullable Integer presentationsSent) {
    public ScenarioResult {
        steps = List.copyOf(steps);
    }

    /** A scenario that did not run. */
    public static ScenarioResult notRun(PlannedScenario scenario, String reason) {
        return new ScenarioResult(scenario, Outcome.NOT_RUN, reason, Duration.ZERO, List.of(), null);
    }

    /**
     * The same failure, after a repetition that passed. What is kept is the failure: its steps and pages.
     *
     * @param repetition which one passed, from 1
     */
    public ScenarioResult passedAgain(int repetition) {
        return new ScenarioResult(
                scenario,
                Outcome.FLAKY,
                "failed at first, passed at repetition " + repetition + ". At first: " + reason,
                duration,
                steps,
                presentationsSent);
    }

    /** The step at which it ended early. */
    public Optional<StepResult> culprit() {
        Outcome ended = outcome == Outcome.FLAKY ? Outcome.FAILED : outcome;
        return steps.stream().filter(step -> step.outcome() == ended).findFirst();
    }

    /** Whether more PIN presentations were counted than the scenario declares. */
    public boolean exceedsPlan() {
        Integer sent = presentationsSent;
        return sent != null && sent > scenario.presentations();
    }
}

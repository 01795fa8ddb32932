package org.cacharness.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results to test with. */
final class Results {
    private static final RunFacts FACTS = new RunFacts(
            "in-process · example",
            "1.2.3",
            Instant.parse("2026-01-02T03:04:05Z"),
            "defined",
            7,
            2,
            List.of("run"),
            List.of(new RunFact(RunFact.BROWSER, "none")));

    private Results() {}

    static ScenarioResult result(
            String name, int line, Outcome outcome, @Nullable String reason, String... documented) {
        PlannedScenario scenario = new PlannedScenario(
                URI.create("file:features/a.feature"),
                "features/a.feature",
                line,
                "Registration",
                name,
                List.of(documented),
                List.of(documented),
                0);
        StepResult step = new StepResult(
                "Then",
                "it is <so>",
                line + 1,
                outcome,
                reason,
                reason == null ? null : "java.lang.AssertionError: trace",
                Duration.ofMillis(5),
                null,
                List.of(new Evidence(Evidence.Kind.TEXT, "log", "a < b & c")));
        return new ScenarioResult(scenario, outcome, reason, Duration.ofMillis(1234), List.of(step), null);
    }

    static RunResult run(List<DocumentedStep> steps, ScenarioResult... results) {
        List<ScenarioResult> all = List.of(results);
        return new RunResult(
                FACTS, all, Traceability.of(new Procedure(steps), FACTS.environment(), all), Duration.ofSeconds(3));
    }
}

package org.cacharness.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several runs of the same scenarios as one: the shards of a run, or its repetition on another machine. */
final class MergedRuns {
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.FAILED, Outcome.FLAKY, Outcome.REFUSED, Outcome.PASSED, Outcome.NOT_RUN);

    private MergedRuns() {}

    /**
     * Puts them together. Of a scenario that ran more than once the worst result counts.
     *
     * @param runs one or more
     * @param command the words that asked for it
     * @throws IOException if they are runs of different scenarios or environments; the message is one line
     */
    static RunResult of(List<RunResult> runs, List<String> command) throws IOException {
        RunResult first = runs.get(0);
        Map<String, ScenarioResult> merged = new LinkedHashMap<>();
        for (RunResult run : runs) {
            requireSame(first, run);
            run.scenarios().forEach(result -> merged.merge(result.scenario().key(), result, MergedRuns::worse));
        }
        List<ScenarioResult> results = new ArrayList<>(merged.values());
        Procedure procedure = new Procedure(
                first.traceability().rows().stream().map(Traceability.Row::step).toList());
        return new RunResult(
                facts(runs, command),
                results,
                Traceability.of(procedure, first.facts().environment(), results),
                runs.stream()
                        .map(RunResult::duration)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static void requireSame(RunResult first, RunResult other) throws IOException {
        if (!keys(first).equals(keys(other))) {
            throw new IOException("Merge reports: expected runs of the same scenarios, got runs of different ones:"
                    + " let every shard run the same features");
        }
        if (!first.facts().environment().equals(other.facts().environment())) {
            throw new IOException("Merge reports: expected runs of one environment, got "
                    + first.facts().environment() + " and " + other.facts().environment());
        }
    }

    private static List<String> keys(RunResult run) {
        return run.scenarios().stream().map(result -> result.scenario().key()).toList();
    }

    private static ScenarioResult worse(ScenarioResult one, ScenarioResult other) {
        return WORST_FIRST.indexOf(other.outcome()) < WORST_FIRST.indexOf(one.outcome()) ? other : one;
    }

    private static RunFacts facts(List<RunResult> runs, List<String> command) {
        RunFacts first = runs.get(0).facts();
        Instant started = runs.stream()
                .map(run -> run.facts().started())
                .min(Comparator.naturalOrder())
                .orElse(first.started());
        return new RunFacts(
                first.environment(),
                first.version(),
                started,
                first.order(),
                first.seed(),
                runs.stream().mapToInt(run -> run.facts().threads()).sum(),
                command,
                first.identity());
    }
}

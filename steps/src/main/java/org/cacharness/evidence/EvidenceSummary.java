package org.cacharness.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cacharness.report.Outcome;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;
import org.jspecify.annotations.Nullable;

/**
 * What a certifier reads first: the procedure's clauses with what came of each in each environment, and what is not there.
 *
 * @param clauses in the procedure's order
 * @param gaps what was not tested or not recorded, and why
 * @param refusals what the harness would not do, to keep a card from harm
 * @param retries what was repeated
 */
public record EvidenceSummary(List<Clause> clauses, List<Gap> gaps, List<Refused> refusals, List<String> retries) {
    /**
     * A row of the procedure.
     *
     * @param id tag of its scenarios
     * @param text what the member does
     * @param observed what must be seen
     * @param results one for each run
     */
    public record Clause(String id, String text, String observed, List<Result> results) {}

    /**
     * What came of a clause in one run.
     *
     * @param environment the run's
     * @param result in the words of {@link Outcome}, or {@code not covered}
     * @param reason why it did not pass, or null
     * @param scenarios how many covered it
     */
    public record Result(
            String environment, String result, @Nullable String reason, int scenarios) {
        /** Whether one scenario covered it. */
        public boolean one() {
            return scenarios == 1;
        }

        /** Name of the style class. */
        public String style() {
            return scenarios == 0 ? Outcome.REFUSED.style() : result.replace(' ', '-');
        }
    }

    /**
     * Something that is missing.
     *
     * @param where the environment, or the pack
     * @param what is missing
     * @param reason why
     */
    public record Gap(String where, String what, String reason) {}

    /**
     * A scenario that was refused.
     *
     * @param where the environment
     * @param scenario its title
     * @param reason why
     */
    public record Refused(String where, String scenario, String reason) {}

    /** Sums runs of one procedure up. */
    static EvidenceSummary of(List<RecordedRun> runs, List<String> knownCardPaths) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        for (RecordedRun run : runs) {
            for (RecordedRun.Clause row : run.documentedSteps()) {
                clauses.computeIfAbsent(row.id(), id -> new Clause(id, row.text(), row.observed(), new ArrayList<>()))
                        .results()
                        .add(result(run, row));
            }
        }
        return new EvidenceSummary(
                List.copyOf(clauses.values()), new Gaps(runs).all(knownCardPaths), refusals(runs), retries(runs));
    }

    private static Result result(RecordedRun run, RecordedRun.Clause row) {
        boolean covered = !row.scenarios().isEmpty();
        return new Result(
                run.environment(),
                covered ? row.result() : "not covered",
                Optional.ofNullable(row.reason()).or(() -> failure(run, row)).orElse(null),
                row.scenarios().size());
    }

    private static Optional<String> failure(RecordedRun run, RecordedRun.Clause row) {
        return run.scenarios().stream()
                .filter(scenario -> row.scenarios().contains(scenario.location()))
                .filter(scenario -> scenario.result().equals(Outcome.FAILED.words()))
                .map(RecordedScenario::name)
                .findFirst();
    }

    private static List<Refused> refusals(List<RecordedRun> runs) {
        List<Refused> refusals = new ArrayList<>();
        for (RecordedRun run : runs) {
            run.scenarios().stream()
                    .filter(scenario -> scenario.result().equals(Outcome.REFUSED.words()))
                    .forEach(scenario -> refusals.add(
                            new Refused(run.environment(), scenario.name(), String.valueOf(scenario.reason()))));
        }
        return refusals;
    }

    private static String repeated(RecordedRun run) {
        long flaky = run.scenarios().stream()
                .filter(scenario -> scenario.result().equals(Outcome.FLAKY.words()))
                .count();
        return flaky == 0 ? "no scenario passed only when it was run again" : flaky + " passed only when run again";
    }

    private static List<String> retries(List<RecordedRun> runs) {
        return runs.stream()
                .map(run -> run.environment() + ": " + repeated(run) + "; round "
                        + run.identity().stream()
                                .filter(fact -> fact.name().equals("Round"))
                                .map(fact -> fact.value())
                                .findFirst()
                                .orElse("not recorded"))
                .toList();
    }
}

package org.cacharness.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The matrix documented step × environment: which scenarios cover a step, and what came of them.
 *
 * @param environment the column
 * @param rows one for each documented step, in the procedure's order
 */
public record Traceability(String environment, List<Row> rows) {
    public Traceability {
        rows = List.copyOf(rows);
    }

    /** Sorts results by the documented steps that their scenarios cover. */
    public static Traceability of(Procedure procedure, String environment, List<ScenarioResult> results) {
        return new Traceability(
                environment,
                procedure.steps().stream()
                        .map(step -> new Row(
                                step,
                                results.stream()
                                        .filter(result ->
                                                result.scenario().documented().contains(step.id()))
                                        .toList()))
                        .toList());
    }

    /** The documented steps that no scenario covers. */
    public List<DocumentedStep> uncovered() {
        return rows.stream()
                .filter(row -> row.scenarios().isEmpty())
                .map(Row::step)
                .toList();
    }

    /**
     * One documented step.
     *
     * @param step the row's step
     * @param scenarios results of the scenarios that cover it, also of those that did not run
     */
    public record Row(DocumentedStep step, List<ScenarioResult> scenarios) {
        public Row {
            scenarios = List.copyOf(scenarios);
        }

        /** How many scenarios of this row had this outcome. */
        public long count(Outcome outcome) {
            return scenarios.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
        }

        /** What came of the step: a failure weighs most, then what is flaky, then a refusal; it is passed if any scenario passed and none did worse. */
        public Outcome outcome() {
            if (count(Outcome.FAILED) > 0) {
                return Outcome.FAILED;
            }
            if (count(Outcome.FLAKY) > 0) {
                return Outcome.FLAKY;
            }
            if (count(Outcome.REFUSED) > 0) {
                return Outcome.REFUSED;
            }
            return count(Outcome.PASSED) > 0 ? Outcome.PASSED : Outcome.NOT_RUN;
        }

        /** Why the step did not run, where it did not. */
        public Optional<String> reason() {
            if (scenarios.isEmpty()) {
                return Optional.of("no scenario of this run covers it");
            }
            if (outcome() != Outcome.NOT_RUN && outcome() != Outcome.REFUSED) {
                return Optional.empty();
            }
            return Optional.of(scenarios.stream()
                    .flatMap(result -> Optional.ofNullable(result.reason()).stream())
                    .distinct()
                    .collect(Collectors.joining("; ")));
        }
    }
}

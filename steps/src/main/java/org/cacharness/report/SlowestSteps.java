package org.cacharness.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps that took longest, each sentence once: where a run that became slow lost its time. */
final class SlowestSteps {
    private static final int SHOWN = 10;

    private SlowestSteps() {}

    /**
     * A sentence of the features.
     *
     * @param sentence with its keyword
     * @param times how often it ran
     * @param longest its longest time
     * @param whole all its times together
     * @param where the scenario in which it took longest
     */
    record Row(String sentence, int times, Duration longest, Duration whole, ScenarioResult where) {
        private Row and(Row other) {
            Row longer = other.longest.compareTo(longest) > 0 ? other : this;
            return new Row(sentence, times + other.times, longer.longest, whole.plus(other.whole), longer.where);
        }
    }

    /** The ten with the longest single time, the longest first. */
    static List<Row> of(List<ScenarioResult> results) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (ScenarioResult result : results) {
            for (StepResult step : result.steps()) {
                if (!step.keyword().isEmpty()) {
                    Row row = new Row(step.sentence(), 1, step.duration(), step.duration(), result);
                    rows.merge(step.text(), row, Row::and);
                }
            }
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing(Row::longest).reversed());
        return List.copyOf(sorted.subList(0, Math.min(SHOWN, sorted.size())));
    }
}

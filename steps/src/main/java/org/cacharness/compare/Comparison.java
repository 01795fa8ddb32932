package org.cacharness.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;

/**
 * What differs between two runs of one procedure.
 *
 * @param first the earlier run
 * @param second the later run
 * @param compared how many scenarios ran in both
 * @param differences in the order of the first run's scenarios and steps
 * @param times steps whose time is another beyond noise
 * @param notCompared scenarios that ran in one run only
 * @param notRecorded layers that a run has nothing of
 */
public record Comparison(
        RecordedRun first,
        RecordedRun second,
        int compared,
        List<Difference> differences,
        List<Difference> times,
        List<NotCompared> notCompared,
        List<String> notRecorded) {
    /**
     * A scenario that ran in one run only.
     *
     * @param scenario its title
     * @param location file and line
     * @param reason where it did not run, and why
     */
    public record NotCompared(String scenario, String location, String reason) {}

    /**
     * Compares.
     *
     * @throws EvidenceException if the runs are of different procedures, or have no scenario in common
     */
    public static Comparison of(ComparedRun first, ComparedRun second) throws EvidenceException, IOException {
        if (!first.run().procedure().equals(second.run().procedure())) {
            throw new EvidenceException("Compare: expected two runs of one procedure, got " + first.name() + " and "
                    + second.name() + ", whose documented steps are not the same: run both with the same features");
        }
        List<ScenarioComparison> pairs = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        List<NotCompared> notCompared = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Map<String, RecordedScenario> later = byKey(second.run());
        Map<String, RecordedScenario> earlier = byKey(first.run());
        for (Map.Entry<String, RecordedScenario> entry : earlier.entrySet()) {
            RecordedScenario before = entry.getValue();
            RecordedScenario after = later.remove(entry.getKey());
            if (after != null && before.ran() && after.ran()) {
                ScenarioComparison pair = new ScenarioComparison(first, second, before, after);
                pairs.add(pair);
                differences.addAll(pair.differences());
                ratios.add((after.durationMillis() + 1.0) / (before.durationMillis() + 1.0));
            } else if (before.ran()) {
                notCompared.add(onlyIn("second", before, after));
            } else if (after != null && after.ran()) {
                notCompared.add(onlyIn("first", after, before));
            }
        }
        later.values().stream()
                .filter(RecordedScenario::ran)
                .forEach(after -> notCompared.add(onlyIn("first", after, null)));
        if (pairs.isEmpty()) {
            throw new EvidenceException("Compare: expected scenarios that ran in both runs, got none in " + first.name()
                    + " and " + second.name() + ": run the same scenarios");
        }
        TimeNoise noise =
                TimeNoise.of(ratios.stream().mapToDouble(Double::doubleValue).toArray());
        return new Comparison(
                first.run(),
                second.run(),
                pairs.size(),
                List.copyOf(differences),
                pairs.stream().flatMap(pair -> pair.times(noise).stream()).toList(),
                List.copyOf(notCompared),
                Layers.notRecorded(first.run(), second.run()));
    }

    private static NotCompared onlyIn(
            String missing, RecordedScenario there, @org.jspecify.annotations.Nullable RecordedScenario other) {
        String reason =
                other == null ? "it is not there" : Objects.requireNonNullElse(other.reason(), "it did not run");
        return new NotCompared(there.name(), there.location(), missing + " run: " + reason);
    }

    /** By feature, title, and number among those of one title: lines move, examples of an outline share a title. */
    private static Map<String, RecordedScenario> byKey(RecordedRun run) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, RecordedScenario> byKey = new LinkedHashMap<>();
        for (RecordedScenario scenario : run.scenarios()) {
            String title = scenario.feature() + "\n" + scenario.name();
            byKey.put(title + "\n" + numbers.merge(title, 1, Integer::sum), scenario);
        }
        return byKey;
    }
}

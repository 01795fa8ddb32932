package org.cacharness.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.cacharness.report.PlannedScenario;

/**
 * Which machine runs which scenario. Every machine works this out by itself, so it depends on nothing but the scenarios and the
 * times that all of them were given.
 *
 * <p>The longest scenario first, always to the shard that has the least to do (Graham 1969: at most a third longer than the best
 * there is).
 */
final class Shards {
    private Shards() {}

    /**
     * Shares out the scenarios.
     *
     * @param scenarios those that run at all
     * @param times by {@link PlannedScenario#location()}, of an earlier run
     * @param of how many shards
     * @return the number of its shard, by {@link PlannedScenario#key()}
     */
    static Map<String, Integer> of(List<PlannedScenario> scenarios, EarlierTimes times, int of) {
        PriorityQueue<Load> loads =
                new PriorityQueue<>(Comparator.comparingLong(Load::millis).thenComparingInt(Load::shard));
        for (int shard = 1; shard <= of; shard++) {
            loads.add(new Load(shard, 0));
        }
        Map<String, Integer> shards = new HashMap<>();
        scenarios.stream()
                .sorted(Comparator.comparingLong((PlannedScenario one) -> -times.millis(one))
                        .thenComparing(PlannedScenario::location))
                .forEach(scenario -> {
                    Load least = loads.remove();
                    shards.put(scenario.key(), least.shard());
                    loads.add(new Load(least.shard(), least.millis() + times.millis(scenario)));
                });
        return shards;
    }

    private record Load(int shard, long millis) {}
}

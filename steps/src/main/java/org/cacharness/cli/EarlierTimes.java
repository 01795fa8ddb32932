package org.cacharness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.report.PlannedScenario;

/**
 * How long each scenario took in an earlier run, as its {@code run.json} has it.
 *
 * <p>Whichever scenario a thread runs first pays for starting the JVM's classes and the browser. That is not its own time, and another one
 * will pay it next time: so the first of each thread, where the order tells which they were, take as long as one in the middle at most.
 */
final class EarlierTimes {
    private final Map<String, Long> millis;
    private final long median;

    private EarlierTimes(Map<String, Long> millis) {
        this.millis = Map.copyOf(millis);
        List<Long> sorted = millis.values().stream().sorted().toList();
        this.median = sorted.isEmpty() ? 1 : Math.max(1, sorted.get(sorted.size() / 2));
    }

    /** Nothing is known: all take the same time. */
    static EarlierTimes none() {
        return new EarlierTimes(Map.of());
    }

    /** Reads the times of the scenarios that ran. */
    static EarlierTimes read(Path runJson) throws BadInputException {
        try {
            JsonNode run = new ObjectMapper().readTree(runJson.toFile());
            Map<String, Long> millis = new LinkedHashMap<>();
            for (JsonNode scenario : run.path("scenarios")) {
                long duration = scenario.path("durationMillis").asLong();
                if (duration > 0) {
                    millis.put(scenario.path("location").asText(), duration);
                }
            }
            if (millis.isEmpty()) {
                throw new BadInputException("--times: expected the run.json of an earlier run, got " + runJson
                        + " without a scenario that ran: give another file");
            }
            warm(
                    millis,
                    run.path("order").asText().equals("defined")
                            ? run.path("threads").asInt()
                            : 0);
            return new EarlierTimes(millis);
        } catch (IOException e) {
            throw new BadInputException(
                    "--times: expected the run.json of an earlier run, got " + runJson + ", which is no JSON: give"
                            + " another file",
                    e);
        }
    }

    private static void warm(Map<String, Long> millis, int threads) {
        long middle = new EarlierTimes(millis).median;
        millis.entrySet().stream().limit(threads).forEach(first -> first.setValue(Math.min(first.getValue(), middle)));
    }

    /** A scenario that is new takes as long as one in the middle. */
    long millis(PlannedScenario scenario) {
        return millis.getOrDefault(scenario.location(), median);
    }
}

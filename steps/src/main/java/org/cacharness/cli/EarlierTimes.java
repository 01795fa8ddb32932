package org.cacharness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.report.PlannedScenario;

/** How long each scenario took in an earlier run, as its {@code run.json} has it. */
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
            JsonNode scenarios = new ObjectMapper().readTree(runJson.toFile()).path("scenarios");
            Map<String, Long> millis = new HashMap<>();
            for (JsonNode scenario : scenarios) {
                long duration = scenario.path("durationMillis").asLong();
                if (duration > 0) {
                    millis.put(scenario.path("location").asText(), duration);
                }
            }
            if (millis.isEmpty()) {
                throw new BadInputException("--times: expected the run.json of an earlier run, got " + runJson
                        + " without a scenario that ran: give another file");
            }
            return new EarlierTimes(millis);
        } catch (IOException e) {
            throw new BadInputException(
                    "--times: expected the run.json of an earlier run, got " + runJson + ", which is no JSON: give"
                            + " another file",
                    e);
        }
    }

    /** A scenario that is new takes as long as one in the middle. */
    long millis(PlannedScenario scenario) {
        return millis.getOrDefault(scenario.location(), median);
    }
}

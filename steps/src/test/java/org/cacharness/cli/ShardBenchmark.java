package org.cacharness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cacharness.report.PlannedScenario;

/** How evenly the parts of a run are shared out, worked out from the times of a real one. */
public final class ShardBenchmark {
    private ShardBenchmark() {}

    /**
     * Prints, for some numbers of parts, the longest part against the mean, and against what cannot be beaten because a single
     * scenario takes so long.
     *
     * @param arguments {@code run.json} of a run
     */
    public static void main(String[] arguments) throws IOException, BadInputException {
        Path run = Path.of(arguments[0]);
        EarlierTimes times = EarlierTimes.read(run);
        List<PlannedScenario> scenarios = scenarios(run);
        PrintStream out = System.out;
        for (int of = 2; of <= 50; of = of < 10 ? of + 1 : of + 10) {
            out.println(line(scenarios, times, of));
        }
    }

    private static String line(List<PlannedScenario> scenarios, EarlierTimes times, int of) {
        Map<String, Integer> parts = Shards.of(scenarios, times, of);
        Map<Integer, Long> loads = new HashMap<>();
        scenarios.forEach(one -> loads.merge(parts.getOrDefault(one.key(), 0), times.millis(one), Long::sum));
        double mean = scenarios.stream().mapToLong(times::millis).sum() / (double) of;
        long longestScenario = scenarios.stream().mapToLong(times::millis).max().orElse(0);
        double longest = Collections.max(loads.values());
        return String.format(
                Locale.ROOT,
                "FIGURE %2d parts: longest / mean %.3f, longest / what is possible %.3f",
                of,
                longest / mean,
                longest / Math.max(mean, (double) longestScenario));
    }

    private static List<PlannedScenario> scenarios(Path run) throws IOException {
        List<PlannedScenario> scenarios = new ArrayList<>();
        for (JsonNode scenario : new ObjectMapper().readTree(run.toFile()).path("scenarios")) {
            String location = scenario.path("location").asText();
            int colon = location.lastIndexOf(':');
            scenarios.add(new PlannedScenario(
                    URI.create("file:" + location.substring(0, colon).replace(" ", "%20")),
                    location.substring(0, colon),
                    Integer.parseInt(location.substring(colon + 1)),
                    scenario.path("feature").asText(),
                    scenario.path("name").asText(),
                    List.of(),
                    List.of(),
                    0));
        }
        return scenarios;
    }
}

package org.cacharness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cacharness.report.PlannedScenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cac bench shards}: how evenly the parts of a run are shared out, worked out from the times of a real one: the longest part
 * against the mean, and against what cannot be beaten because a single scenario takes so long.
 */
@Command(
        name = "shards",
        mixinStandardHelpOptions = true,
        description = "Works out how even 2 to 50 parts of a run would be, from the times of a real one.")
final class ShardsBenchmark implements Callable<Integer> {
    private static final int MOST = 50;

    private final Workplace workplace;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "run.json of that run. Default: target/cac-report/run.json")
    @Nullable
    Path run;

    ShardsBenchmark(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        Path file = run == null ? workplace.home().resolve("target/cac-report/run.json") : workplace.resolve(run);
        EarlierTimes times = EarlierTimes.read(file);
        List<PlannedScenario> scenarios = scenarios(file);
        PrintWriter out = workplace.coloured().out();
        for (int of = 2; of <= MOST; of = of < 10 ? of + 1 : of + 10) {
            out.println(line(scenarios, times, of));
        }
        out.flush();
        return ExitCode.PASSED;
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

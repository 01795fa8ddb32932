package org.cacharness.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cacharness.secrets.Secrets;

/**
 * What the harness costs in Chromium: one registration by it, by a bare Selenium script and by Playwright, in turns in one run.
 *
 * <p>Parameters: the rounds, and the folder in which {@code npm install playwright-core} was run; without it Playwright does not take part.
 */
public final class BrowserBenchmark {
    private static final int WARM_UP = 3;

    private final Map<Contestant, List<Contestant.Laps>> measured = new LinkedHashMap<>();

    private BrowserBenchmark(List<Contestant> contestants) {
        contestants.forEach(one -> measured.put(one, new ArrayList<>()));
    }

    /** Prints the figures. */
    public static void main(String[] parameters) throws Exception {
        int rounds = Integer.parseInt(parameters[0]);
        try (Simulation simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets());
                Contestant harness = new HarnessContestant(simulation);
                Contestant selenium = new SeleniumContestant(simulation)) {
            if (parameters.length == 1) {
                new BrowserBenchmark(List.of(harness, selenium)).run(rounds);
                return;
            }
            try (Contestant playwright = new PlaywrightContestant(simulation, Path.of(parameters[1]))) {
                new BrowserBenchmark(List.of(harness, selenium, playwright)).run(rounds);
            }
        }
    }

    private void run(int rounds) throws Exception {
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<Contestant, List<Contestant.Laps>> one : measured.entrySet()) {
                Contestant.Laps laps = one.getKey().register();
                if (round >= 0) {
                    one.getValue().add(laps);
                }
            }
        }
        Contestant harness = measured.keySet().iterator().next();
        measured.forEach((contestant, laps) -> System.out.printf(
                Locale.ROOT,
                "FIGURE %s: open %.0f ms, pages %.0f ms, close %.0f ms, whole %.0f ms (medians of %d);"
                        + " the harness / this: pages %.2f, whole %.2f%n",
                contestant.words(),
                median(contestant, Contestant.Laps::open),
                median(contestant, Contestant.Laps::pages),
                median(contestant, Contestant.Laps::close),
                median(contestant, Contestant.Laps::whole),
                laps.size(),
                median(harness, Contestant.Laps::pages) / median(contestant, Contestant.Laps::pages),
                median(harness, Contestant.Laps::whole) / median(contestant, Contestant.Laps::whole)));
    }

    private double median(Contestant contestant, ToDoubleFunction<Contestant.Laps> part) {
        double[] sorted = measured.getOrDefault(contestant, List.of()).stream()
                .mapToDouble(part)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}

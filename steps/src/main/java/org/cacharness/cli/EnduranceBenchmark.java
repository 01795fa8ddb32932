package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cac bench endurance}: whether the thousandth scenario costs what the hundredth did. */
@Command(
        name = "endurance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the scenarios again and again in one process, and gives time, heap, file handles, threads and"
                        + " temporary files for every 200, and the last against the second.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./cac bench endurance", "  ./cac bench endurance --browser chromium --tags @step-7 --every 20"})
final class EnduranceBenchmark implements Callable<Integer> {
    private final QuietRun run;
    private final Workplace workplace;
    private final List<Double> times = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    @Mixin
    BenchSelection selection = new BenchSelection();

    @Option(names = "--rounds", paramLabel = "N", description = "How often all of them. Default: 10")
    int rounds = 10;

    @Option(names = "--every", paramLabel = "N", description = "How many scenarios make a line. Default: 200")
    int every = 200;

    EnduranceBenchmark(Harness harness, Workplace workplace, InstantSource clock) {
        this.run = new QuietRun(harness, workplace, clock);
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        if (rounds < 1 || every < 1) {
            throw new BadInputException(
                    "--rounds, --every: expected 1 or more, got " + rounds + " and " + every + ": correct them");
        }
        try (BenchFolder folder = BenchFolder.create()) {
            run.take(
                    selection.words(folder.report(), "--order", "random", "--repeat", Integer.toString(rounds)),
                    new ScenarioTimes(this::passed));
        }
        tellRatio();
        return ExitCode.PASSED;
    }

    private void passed(double seconds) {
        times.add(seconds);
        if (times.size() % every == 0) {
            Part part = new Part(median(times.subList(times.size() - every, times.size())), Footprint.now());
            parts.add(part);
            PrintWriter out = workplace.coloured().out();
            out.printf(
                    Locale.ROOT, "%6d scenarios: median %.3f s, %s%n", times.size(), part.median(), part.footprint());
            out.flush();
        }
    }

    /** In the first part the classes are loaded, so the second is what the last is measured by. */
    private void tellRatio() throws BadInputException {
        if (parts.size() < 3) {
            throw new BadInputException("Bench: expected three parts of " + every + " scenarios or more, got "
                    + times.size() + " scenarios in all: give a larger --rounds or a smaller --every");
        }
        Part second = parts.get(1);
        Part last = parts.get(parts.size() - 1);
        PrintWriter out = workplace.coloured().out();
        out.printf(
                Locale.ROOT,
                "FIGURE %s, %d scenarios in one process, the last %d against the second %d: time %.2f, heap %.2f,"
                        + " handles %+d, threads %+d, temporary files %+d%n",
                selection.browser,
                times.size(),
                every,
                every,
                last.median() / second.median(),
                last.footprint().heapMebibytes() / second.footprint().heapMebibytes(),
                last.footprint().handles() - second.footprint().handles(),
                last.footprint().threads() - second.footprint().threads(),
                last.footprint().files() - second.footprint().files());
        out.flush();
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    /**
     * Scenarios that were run one after the other.
     *
     * @param median how long one of them took, in seconds
     * @param footprint at their end
     */
    private record Part(double median, Footprint footprint) {}
}

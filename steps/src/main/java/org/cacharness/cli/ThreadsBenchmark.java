package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cac bench threads}: what a second thread is worth. */
@Command(
        name = "threads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the scenarios with one thread and with two, in turns, and gives the ratio of the shortest times.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./cac bench threads", "  ./cac bench threads --browser chromium --rounds 3"})
final class ThreadsBenchmark implements Callable<Integer> {
    private static final double MILLIS = 1000.0;

    private final QuietRun run;
    private final Workplace workplace;

    @Mixin
    BenchSelection selection = new BenchSelection();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each; before them one to warm up. Default: 2")
    int rounds = 2;

    ThreadsBenchmark(Harness harness, Workplace workplace, InstantSource clock) {
        this.run = new QuietRun(harness, workplace, clock);
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        try (BenchFolder folder = BenchFolder.create()) {
            tell(folder.report());
        }
        return ExitCode.PASSED;
    }

    private void tell(Path report) throws BadInputException {
        PrintWriter out = workplace.coloured().out();
        measured(2, report);
        Duration one = Duration.ofDays(1);
        Duration two = Duration.ofDays(1);
        for (int round = 1; round <= rounds; round++) {
            one = shorter(one, measured(1, report));
            two = shorter(two, measured(2, report));
            out.printf(Locale.ROOT, "round %d: shortest so far %s and %s%n", round, seconds(one), seconds(two));
            out.flush();
        }
        out.printf(
                Locale.ROOT,
                "FIGURE %s: one thread %s, two threads %s: %.2f times as fast (%d processors, load %.1f)%n",
                selection.browser,
                seconds(one),
                seconds(two),
                one.toMillis() / (double) two.toMillis(),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        out.flush();
    }

    private Duration measured(int threads, Path report) throws BadInputException {
        return run.take(selection.words(report, "--threads", Integer.toString(threads)), new StringWriter());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS);
    }
}

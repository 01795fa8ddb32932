package org.cacharness.bench;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cacharness.cli.Harness;
import org.cacharness.cli.Main;
import org.cacharness.environment.NoEvidenceHarness;
import org.cacharness.environment.SimulatedHarness;

/**
 * What evidence costs: the same scenarios with everything kept, and with nothing kept, in turns in one JVM. Processor time counts
 * beside the clock's, for the machine may be busy.
 */
public final class OverheadBenchmark {
    private static final int ROUNDS = 3;

    private final Path home;
    private final String[] selection;

    private OverheadBenchmark(Path home, String[] selection) {
        this.home = home;
        this.selection = selection;
    }

    /**
     * Measures.
     *
     * @param arguments the project's folder, then words that select scenarios, for example {@code --tags @step-7}
     */
    public static void main(String[] arguments) {
        java.util.logging.LogManager.getLogManager().reset();
        String[] selection = arguments.length < 2 ? new String[0] : Arrays.copyOfRange(arguments, 1, arguments.length);
        System.out.print(new OverheadBenchmark(Path.of(arguments.length == 0 ? "." : arguments[0]), selection).run());
        System.exit(0);
    }

    private String run() {
        double[] wall = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        measured(new NoEvidenceHarness());
        measured(new SimulatedHarness());
        for (int round = 0; round < ROUNDS; round++) {
            double[] bare = measured(new NoEvidenceHarness());
            double[] full = measured(new SimulatedHarness());
            wall[round] = full[0] / bare[0];
            processor[round] = full[1] / bare[1];
        }
        Arrays.sort(wall);
        Arrays.sort(processor);
        return String.format(
                Locale.ROOT,
                "evidence, embedded, with everything / with nothing kept: time %.2f, processor %.2f (medians of %d, best %.2f and %.2f)%n",
                wall[ROUNDS / 2],
                processor[ROUNDS / 2],
                ROUNDS,
                wall[0],
                processor[0]);
    }

    private double[] measured(Harness harness) {
        String[] words = new String[selection.length + 3];
        words[0] = "run";
        words[1] = "--report";
        words[2] = home.resolve("target").resolve("cac-bench").toString();
        System.arraycopy(selection, 0, words, 3, selection.length);
        long processor = processorNanos();
        long began = System.nanoTime();
        int code = Main.execute(
                harness, home, new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), words);
        if (code != 0) {
            throw new IllegalStateException("Benchmark: expected a run that passes, got exit code " + code);
        }
        return new double[] {System.nanoTime() - began, processorNanos() - processor};
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}

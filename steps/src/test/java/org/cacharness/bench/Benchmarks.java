package org.cacharness.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cacharness.cli.Main;
import org.cacharness.edge.CardBenchmark;
import org.cacharness.environment.SimulatedHarness;
import org.cacharness.environment.Simulation;
import org.cacharness.environment.SimulationSettings;
import org.cacharness.secrets.Secrets;

/** Prints all figures of docs/benchmarks.md in one run: the suite cold and warm, one registration and its parts, card and JVM. */
public final class Benchmarks {
    private static final int SUITES = 3;

    private final PrintStream out = System.out;
    private final Path home;
    private Path report = Path.of("");
    private long passed;

    private Benchmarks(Path home) {
        this.home = home;
    }

    /**
     * Measures.
     *
     * @param arguments the project's folder
     */
    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        Benchmarks benchmarks = new Benchmarks(Path.of(arguments.length == 0 ? "." : arguments[0]));
        benchmarks.machine();
        for (int suite = 1; suite <= SUITES; suite++) {
            benchmarks.suite(suite);
        }
        benchmarks.out.print(new EvidenceBenchmark(benchmarks.report, benchmarks.passed).run());
        benchmarks.registration();
        CardBenchmark.main(new String[0]);
        benchmarks.memory();
        System.exit(0);
    }

    private void machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                Locale.ROOT,
                "JDK %s, %d processors, load %.1f%n",
                Runtime.version(),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
    }

    private void suite(int number) throws IOException {
        report = home.resolve("target").resolve("cac-bench");
        FirstResult printed = new FirstResult();
        long processor = processorNanos();
        long began = System.nanoTime();
        printed.began = began;
        int code = Main.execute(
                new SimulatedHarness(),
                home,
                new PrintWriter(printed, true),
                new PrintWriter(Writer.nullWriter()),
                "run",
                "--threads",
                "2",
                "--report",
                report.toString());
        passed = Long.parseLong(printed.lastLine().replaceFirst(" passed.*", ""));
        double wall = (System.nanoTime() - began) / 1e9;
        out.printf(
                Locale.ROOT,
                "suite, run %d in this JVM: %.1f s, %.1f s of processor, first result after %.1f s, exit code %d, %s%n",
                number,
                wall,
                (processorNanos() - processor) / 1e9,
                printed.after / 1e9,
                code,
                printed.lastLine());
    }

    private void registration() {
        try (Simulation simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets())) {
            out.print("one registration, one thread, warm, medians:\n" + new RegistrationBenchmark(simulation).run());
        }
    }

    private void memory() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        out.printf(Locale.ROOT, "heap in use %d MiB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(line -> out.println("most memory (RSS): " + line.replaceAll("\\D+", "") + " KiB"));
        }
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Keeps what is printed, and when the first scenario was told. */
    private static final class FirstResult extends StringWriter {
        private long began;
        private long after;

        @Override
        public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (after == 0 && text.contains("passed")) {
                after = System.nanoTime() - began;
            }
        }

        private String lastLine() {
            return toString().lines().reduce("", (before, line) -> line);
        }
    }
}

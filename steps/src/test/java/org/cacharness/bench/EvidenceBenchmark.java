package org.cacharness.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.cacharness.cli.Main;
import org.cacharness.environment.SimulatedHarness;
import org.cacharness.evidence.EvidencePack;
import org.cacharness.evidence.Inspection;

/** How large a pack is, and how fast it is made and verified. */
final class EvidenceBenchmark {
    private static final int ROUNDS = 9;

    private final Path report;
    private final long scenarios;

    /**
     * Measures with a report.
     *
     * @param report of a run
     * @param scenarios that it has
     */
    EvidenceBenchmark(Path report, long scenarios) {
        this.report = report;
        this.scenarios = scenarios;
    }

    String run() throws IOException {
        Path folder = report.resolveSibling("");
        Path pack = folder.resolve("cac-bench.zip");
        long began = System.nanoTime();
        Main.execute(
                new SimulatedHarness(),
                folder,
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                "evidence",
                "--report",
                report.toString(),
                "--out",
                pack.toString());
        double packed = (System.nanoTime() - began) / 1e9;
        double[] rates = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            try (EvidencePack opened = EvidencePack.open(pack)) {
                bytes = ((Inspection.Intact) opened.inspect()).bytes();
            }
            rates[round] = bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(rates);
        return String.format(
                Locale.ROOT,
                "evidence: %.1f MB of %d scenarios in a pack of %.1f KiB a scenario, made in %.1f s;"
                        + " verify %.0f MB/s (median of %d, best %.0f)%n",
                bytes / 1e6,
                scenarios,
                Files.size(pack) / 1024.0 / scenarios,
                packed,
                rates[ROUNDS / 2],
                ROUNDS,
                rates[ROUNDS - 1]);
    }
}

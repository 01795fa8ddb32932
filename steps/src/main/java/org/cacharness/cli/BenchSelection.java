package org.cacharness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a benchmark runs. */
final class BenchSelection {
    @Option(names = "--browser", paramLabel = "BROWSER", description = "htmlunit (default) or chromium.")
    String browser = "htmlunit";

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Only scenarios with these tags.")
    @Nullable
    String tags;

    /** The words of a run, with these options beside. */
    List<String> words(Path report, String... options) {
        List<String> words = new ArrayList<>(List.of("run", "--browser", browser, "--report", report.toString()));
        words.addAll(List.of(options));
        if (tags != null) {
            words.addAll(List.of("--tags", tags));
        }
        return words;
    }
}

package org.cacharness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cacharness.report.Outcome;
import org.cacharness.report.ReportFolder;
import org.cacharness.report.ReportMerger;
import org.cacharness.report.RunResult;
import org.cacharness.report.Summary;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac report merge}. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes one report of the parts of a run (--shard); of a scenario that ran twice the worse result counts.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that ran passed, and every part is there",
            "1:a scenario failed, or one that was left to another part ran in none",
            "2:the reports do not belong together; nothing was written",
            "4:nothing failed, but a scenario was refused",
            "5:nothing failed, but a scenario is flaky"
        },
        footerHeading = "%nExample:%n",
        footer = "  ./cac report merge part-1 part-2 part-3 --report target/cac-report")
final class MergeCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final List<String> words;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Reports of 'cac run'.")
    List<Path> parts = List.of();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the merged report goes. Default: target/cac-report")
    @Nullable
    Path report;

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    MergeCommand(Workplace workplace, List<String> words) {
        this.workplace = workplace;
        this.words = List.copyOf(words);
    }

    @Override
    public Integer call() throws BadInputException {
        Path target =
                report == null ? workplace.home().resolve("target").resolve("cac-report") : workplace.resolve(report);
        List<Path> sources = parts.stream().map(workplace::resolve).toList();
        try (ReportFolder folder = ReportFolder.open(target)) {
            RunResult merged = new ReportMerger(folder.path()).merge(sources, words);
            folder.publish();
            return told(merged, target);
        } catch (IOException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private int told(RunResult merged, Path target) {
        Terminal terminal = workplace.coloured();
        Summary summary = new Summary(terminal, workplace.launcher(), verbose);
        summary.print(merged);
        List<String> missing = missing(merged);
        missing.forEach(part -> terminal.out().println("Missing: " + part + " of the scenarios: merge its report too"));
        terminal.out().println("Report: " + target.resolve("index.html"));
        summary.counts(
                merged.count(Outcome.PASSED),
                merged.count(Outcome.FAILED),
                merged.count(Outcome.FLAKY),
                merged.count(Outcome.REFUSED),
                merged.count(Outcome.NOT_RUN));
        if (merged.count(Outcome.FAILED) > 0 || !missing.isEmpty()) {
            return ExitCode.FAILED;
        }
        if (merged.count(Outcome.FLAKY) > 0) {
            return ExitCode.FLAKY;
        }
        return merged.count(Outcome.REFUSED) > 0 ? ExitCode.REFUSED : ExitCode.PASSED;
    }

    private static List<String> missing(RunResult merged) {
        return merged.with(Outcome.NOT_RUN).stream()
                .map(result -> String.valueOf(result.reason()))
                .filter(reason -> reason.startsWith(Plan.IN_PART))
                .map(reason -> reason.substring(3))
                .distinct()
                .sorted()
                .toList();
    }
}

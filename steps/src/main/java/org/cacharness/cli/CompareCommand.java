package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cacharness.compare.AcceptedDifferences;
import org.cacharness.compare.ComparedRun;
import org.cacharness.compare.Comparison;
import org.cacharness.compare.ComparisonReport;
import org.cacharness.compare.ComparisonView;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.report.Outcome;
import org.cacharness.report.ReportFolder;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says step by step what differs between two runs: pages, results, prompts, card commands.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing differs, or only what is accepted",
            "1:something differs",
            "2:a run cannot be read, or they are of different procedures; nothing was written",
            "70:the harness itself failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac run --report before; ./cac run --report after --stubs my-portal",
            "  ./cac compare before after",
            "  ./cac compare release-6.zip release-7.zip --accepted accepted.txt --out what-changed",
            "  A line of accepted.txt: DATE | DIFFERENCE | REASON, the difference as it is printed"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_LINES = 40;

    private final Workplace workplace;

    @Parameters(
            index = "0",
            paramLabel = "RUN1",
            description = "The earlier run: a report's folder or an evidence pack.")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN2", description = "The later run.")
    Path second = Path.of("");

    @Option(
            names = "--accepted",
            paramLabel = "FILE",
            description = "Differences that are accepted, with date and reason.")
    @Nullable
    Path accepted;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the comparison goes. Default: target/cac-compare")
    @Nullable
    Path out;

    @Option(names = "--times", description = "Count times beyond noise as differences. They are listed anyway.")
    boolean times;

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    CompareCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        try (ComparedRun before = ComparedRun.open(workplace.resolve(first), first.toString());
                ComparedRun after = ComparedRun.open(workplace.resolve(second), second.toString())) {
            AcceptedDifferences known = accepted == null
                    ? AcceptedDifferences.none()
                    : AcceptedDifferences.read(workplace.resolve(accepted));
            ComparisonView view = new ComparisonView(Comparison.of(before, after), known, times);
            Path target = write(view);
            print(view, target);
            return view.differs() ? ExitCode.FAILED : ExitCode.PASSED;
        } catch (EvidenceException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private Path write(ComparisonView view) throws BadInputException, IOException {
        Path target = out == null ? workplace.home().resolve("target").resolve("cac-compare") : workplace.resolve(out);
        try (ReportFolder folder = open(target)) {
            new ComparisonReport(view).write(folder.path());
            folder.publish();
        }
        return target;
    }

    private static ReportFolder open(Path target) throws BadInputException {
        try {
            return ReportFolder.open(target, ComparisonReport.MARK, "--out");
        } catch (IOException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(ComparisonView view, Path target) {
        Terminal terminal = workplace.coloured();
        PrintWriter lines = terminal.out();
        view.open().stream().limit(MOST_LINES).forEach(group -> {
            lines.println(terminal.coloured(Outcome.FAILED, group.layer()) + "  "
                    + terminal.bold(group.what())
                    + (group.single() ? "" : "  (" + group.count() + " places)"));
            ComparisonView.Place place = group.first();
            lines.println("      " + place.scenario() + (place.step().isEmpty() ? "" : " › " + place.step()) + "  ("
                    + place.location() + ")");
        });
        if (view.open().size() > MOST_LINES) {
            lines.println("and " + (view.open().size() - MOST_LINES) + " more, see the comparison");
        }
        view.notRecorded().forEach(lines::println);
        view.unused().forEach(line -> lines.println("accepted, but not there any more: " + line.what()));
        lines.println("Comparison: " + target.resolve("index.html"));
        lines.println(view.compared() + " scenarios compared, "
                + view.notCompared().size() + " not compared, "
                + view.open().size() + " differences, " + view.accepted().size() + " accepted, "
                + view.times().stream().mapToInt(ComparisonView.Group::count).sum() + " times beyond noise");
        lines.flush();
    }
}

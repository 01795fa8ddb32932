package org.cacharness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.secrets.Secrets;

/**
 * Makes one report of several.
 *
 * <p>The reports were searched for secrets when they were written; nothing is added to them here, and the secrets of their runs are
 * not known any more.
 */
public final class ReportMerger {
    private final Path target;

    /** Will write into this empty folder. */
    public ReportMerger(Path target) {
        this.target = target;
    }

    /**
     * Reads the reports and writes the merged one.
     *
     * @param reports folders that {@code cac run} wrote
     * @param command the words that asked for it
     * @throws IOException if they do not belong together or cannot be read; the message is one line
     */
    public RunResult merge(List<Path> reports, List<String> command) throws IOException {
        List<RunResult> runs = new ArrayList<>();
        for (Path report : reports) {
            runs.add(new ResultsJson().read(report));
        }
        RunResult merged = MergedRuns.of(runs, command);
        for (Path report : reports) {
            copyPages(report.resolve(PageStore.FOLDER));
        }
        ReportWriter writer = new ReportWriter(target, new Secrets());
        MergedMessages.format(reports, writer.cucumberFormats());
        writer.write(merged);
        writer.seal();
        return merged;
    }

    /** A page is named by its content, so one name is one page. */
    private void copyPages(Path pages) throws IOException {
        if (!Files.isDirectory(pages)) {
            return;
        }
        Path copies = Files.createDirectories(target.resolve(PageStore.FOLDER));
        try (Stream<Path> all = Files.list(pages)) {
            for (Path page : (Iterable<Path>) all::iterator) {
                Path copy = copies.resolve(page.getFileName());
                if (Files.notExists(copy)) {
                    Files.copy(page, copy);
                }
            }
        }
    }
}

package org.cacharness.report;

import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.core.plugin.JUnitFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.plugin.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cacharness.secrets.Leak;
import org.cacharness.secrets.SecretScanner;
import org.cacharness.secrets.Secrets;

/**
 * Writes a report into a folder, and looks whether a secret got into it.
 *
 * <p>Our own files pass through the mask. Cucumber's are written by Cucumber as it is given the events: what they would give
 * away, the scanner finds, and the run fails. That is wanted: a secret that comes so far was not masked where it was written.
 */
public final class ReportWriter {
    private static final List<String> CUCUMBERS = List.of("junit.xml", "messages.ndjson", "cucumber.html");

    private final Path report;
    private final Secrets secrets;

    /** Writes into this folder. */
    public ReportWriter(Path report, Secrets secrets) {
        this.report = report;
        this.secrets = secrets;
    }

    /** Cucumber's own formats, for tools that read them: JUnit XML, messages, HTML. */
    public List<Plugin> cucumberFormats() throws IOException {
        return List.of(
                new JUnitFormatter(file(CUCUMBERS.get(0))),
                new MessageFormatter(file(CUCUMBERS.get(1))),
                new HtmlFormatter(file(CUCUMBERS.get(2))));
    }

    /** Writes the pages, {@code run.json}, {@code results.json}, and the list of the harness's parts where the build made one. */
    public void write(RunResult run) throws IOException {
        hidePeopleInCucumbersFormats();
        new HtmlReport(secrets).write(run, report);
        new RunJson(secrets).write(run, report);
        new ResultsJson().write(run, report, secrets);
        Optional<byte[]> parts = PartsList.read();
        if (parts.isPresent()) {
            Files.write(report.resolve(PartsList.FILE), parts.get());
        }
    }

    /** Cucumber writes what it is told as it is told; nobody's name is to stay in it. */
    private void hidePeopleInCucumbersFormats() throws IOException {
        for (String name : CUCUMBERS) {
            Path file = report.resolve(name);
            if (secrets.hidesPeople() && Files.exists(file)) {
                Files.write(file, secrets.hidePeople(Files.readAllBytes(file)));
            }
        }
    }

    /** Notes the checksums of all files that were scanned, so that a later reader can tell them from others. */
    public void seal() throws IOException {
        Checksums.write(report);
    }

    /** The secrets that stand in the report. */
    public List<Leak> leaks() throws IOException {
        return new SecretScanner(secrets).scan(report);
    }

    private OutputStream file(String name) throws IOException {
        return Files.newOutputStream(report.resolve(name));
    }
}

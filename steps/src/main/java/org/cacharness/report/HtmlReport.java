package org.cacharness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.secrets.Secrets;

/**
 * The report that a person opens: an index and a page for each scenario, of Handlebars templates.
 *
 * <p>It needs nothing but its own folder: no server, no network.
 */
final class HtmlReport {
    private final Secrets secrets;

    HtmlReport(Secrets secrets) {
        this.secrets = secrets;
    }

    void write(RunResult run, Path report) throws IOException {
        Templates templates = new Templates();
        Map<String, String> pages = pages(run);
        write(templates.fill("index", new IndexView(run, pages)), report.resolve("index.html"));
        Files.createDirectory(report.resolve("scenarios"));
        for (ScenarioResult result : run.scenarios()) {
            Path page = report.resolve(pages.getOrDefault(result.scenario().key(), "scenarios/unknown.html"));
            write(templates.fill("scenario", new ScenarioView(result, run.facts())), page);
        }
        Path assets = Files.createDirectories(report.resolve("assets"));
        Files.write(assets.resolve(Templates.STYLE), Templates.asset(Templates.STYLE));
        for (String script : List.of("report.js", "timeline.js")) {
            Files.write(assets.resolve(script), Templates.asset(script));
        }
    }

    private static Map<String, String> pages(RunResult run) {
        Map<String, String> pages = new HashMap<>();
        int number = 1;
        for (ScenarioResult result : run.scenarios()) {
            pages.put(result.scenario().key(), "scenarios/" + number++ + ".html");
        }
        return pages;
    }

    private void write(String html, Path file) throws IOException {
        Files.write(file, secrets.mask(html).getBytes(StandardCharsets.UTF_8));
    }
}

package org.cacharness.report;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cacharness.secrets.Secrets;

/**
 * The report that a person opens: an index and a page for each scenario, of Handlebars templates.
 *
 * <p>It needs nothing but its own folder: no server, no network.
 */
final class HtmlReport {
    private static final String TEMPLATES = "/org/cacharness/report";

    private final Secrets secrets;

    HtmlReport(Secrets secrets) {
        this.secrets = secrets;
    }

    void write(RunResult run, Path report) throws IOException {
        Handlebars handlebars = new Handlebars(new ClassPathTemplateLoader(TEMPLATES, ".hbs"));
        Map<String, String> pages = pages(run);
        write(handlebars.compile("index"), new IndexView(run, pages), report.resolve("index.html"));
        Files.createDirectory(report.resolve("scenarios"));
        Template template = handlebars.compile("scenario");
        for (ScenarioResult result : run.scenarios()) {
            Path page = report.resolve(pages.getOrDefault(result.scenario().key(), "scenarios/unknown.html"));
            write(template, new ScenarioView(result, run.facts()), page);
        }
        copy("report.css", report);
        copy("report.js", report);
    }

    private static Map<String, String> pages(RunResult run) {
        Map<String, String> pages = new HashMap<>();
        int number = 1;
        for (ScenarioResult result : run.scenarios()) {
            pages.put(result.scenario().key(), "scenarios/" + number++ + ".html");
        }
        return pages;
    }

    private void write(Template template, Object view, Path file) throws IOException {
        Context context = Context.newBuilder(view)
                .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                .build();
        Files.write(file, secrets.mask(template.apply(context)).getBytes(StandardCharsets.UTF_8));
    }

    private static void copy(String name, Path report) throws IOException {
        Path assets = report.resolve("assets");
        if (Files.notExists(assets)) {
            Files.createDirectory(assets);
        }
        try (InputStream resource = HtmlReport.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("Write the report: expected " + name + " on the class path: build again");
            }
            Files.write(assets.resolve(name), resource.readAllBytes());
        }
    }
}

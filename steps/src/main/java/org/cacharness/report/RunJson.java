package org.cacharness.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cacharness.secrets.Secrets;

/** The run for machines: {@code run.json}. Its fields are listed in docs/report.md. */
final class RunJson {
    private static final int FORMAT = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final Secrets secrets;

    RunJson(Secrets secrets) {
        this.secrets = secrets;
    }

    void write(RunResult run, Path report) throws IOException {
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        root.put("environment", run.facts().environment());
        root.put("version", run.facts().version());
        root.put("started", run.facts().started().toString());
        root.put("durationMillis", run.duration().toMillis());
        root.put("order", run.facts().order());
        root.put("seed", run.facts().seed());
        root.put("threads", run.facts().threads());
        ObjectNode counts = root.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.words(), run.count(outcome));
        }
        ArrayNode steps = root.putArray("documentedSteps");
        run.traceability().rows().forEach(row -> add(row, steps.addObject()));
        ArrayNode scenarios = root.putArray("scenarios");
        run.scenarios().forEach(result -> add(result, scenarios.addObject()));
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        Files.write(report.resolve(ReportFolder.MARK), secrets.mask(text).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Traceability.Row row, ObjectNode node) {
        node.put("id", row.step().id());
        node.put("result", row.outcome().words());
        row.reason().ifPresent(reason -> node.put("reason", reason));
        ArrayNode covering = node.putArray("scenarios");
        row.scenarios().forEach(result -> covering.add(result.scenario().location()));
    }

    private static void add(ScenarioResult result, ObjectNode node) {
        PlannedScenario scenario = result.scenario();
        node.put("name", scenario.name());
        node.put("feature", scenario.feature());
        node.put("location", scenario.location());
        node.put("result", result.outcome().words());
        node.put("reason", result.reason());
        node.put("durationMillis", result.duration().toMillis());
        ArrayNode documented = node.putArray("documentedSteps");
        scenario.documented().forEach(documented::add);
        ObjectNode presentations = node.putObject("pinPresentations");
        presentations.put("planned", scenario.presentations());
        presentations.put("sent", result.presentationsSent());
    }
}

package org.cacharness.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.Templates;

/** Writes a comparison for people, {@code index.html}, and for programs, {@code compare.json}; docs/compare.md lists the fields. */
public final class ComparisonReport {
    /** The file that tells a comparison of ours from a folder of someone's. */
    public static final String MARK = "compare.json";

    private static final int FORMAT = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final ComparisonView view;

    /** A report of this. */
    public ComparisonReport(ComparisonView view) {
        this.view = view;
    }

    /** Writes it into an empty folder. */
    public void write(Path folder) throws IOException {
        Path assets = Files.createDirectories(folder.resolve("assets"));
        Files.write(assets.resolve(Templates.STYLE), Templates.asset(Templates.STYLE));
        Files.writeString(folder.resolve("index.html"), new Templates().fill("compare", view));
        Files.write(
                folder.resolve(MARK),
                (json.writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode tree() {
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        root.put("differs", view.differs());
        root.set("first", run(view.first()));
        root.set("second", run(view.second()));
        root.put("scenariosCompared", view.compared());
        root.set("differences", groups(view.open()));
        root.set("accepted", groups(view.accepted()));
        root.set("times", groups(view.times()));
        ArrayNode notCompared = root.putArray("notCompared");
        view.notCompared()
                .forEach(each -> notCompared
                        .addObject()
                        .put("scenario", each.scenario())
                        .put("location", each.location())
                        .put("reason", each.reason()));
        ArrayNode notRecorded = root.putArray("notRecorded");
        view.notRecorded().forEach(notRecorded::add);
        ArrayNode unused = root.putArray("acceptedWithoutUse");
        view.unused()
                .forEach(line -> unused.addObject()
                        .put("date", line.date().toString())
                        .put("what", line.what())
                        .put("reason", line.reason()));
        return root;
    }

    private ObjectNode run(RecordedRun run) {
        return json.createObjectNode()
                .put("environment", run.environment())
                .put("started", run.started())
                .put("version", run.version())
                .put("procedure", run.procedure());
    }

    private ArrayNode groups(List<ComparisonView.Group> groups) {
        ArrayNode array = json.createArrayNode();
        for (ComparisonView.Group group : groups) {
            ObjectNode node = array.addObject().put("layer", group.layer()).put("what", group.what());
            AcceptedDifferences.Line accepted = group.accepted();
            if (accepted != null) {
                node.putObject("accepted")
                        .put("date", accepted.date().toString())
                        .put("reason", accepted.reason());
            }
            ArrayNode places = node.putArray("places");
            group.places()
                    .forEach(place -> places.addObject()
                            .put("scenario", place.scenario())
                            .put("location", place.location())
                            .put("step", place.step())
                            .put("detail", place.detail()));
        }
        return array;
    }
}

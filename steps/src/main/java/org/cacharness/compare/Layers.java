package org.cacharness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.compare.Difference.Layer;
import org.cacharness.report.RecordedRun;

/** Which attachments of steps are which layer, and which of them a run has at all. */
final class Layers {
    /** The attachment of headers that matter: {@code METHOD PATH: name: value} a line. */
    static final String HEADERS = "HTTP headers";

    private static final Map<String, Layer> BY_TITLE = titles();

    private Layers() {}

    static Layer of(String title) {
        return BY_TITLE.getOrDefault(title, Layer.TEXT);
    }

    /** Whether any step of a run has kept it: where none has, it was not recorded, and its absence is no difference. */
    static boolean isRecorded(RecordedRun run, String title) {
        return run.scenarios().stream()
                .flatMap(scenario -> scenario.steps().stream())
                .flatMap(step -> step.kept().stream())
                .anyMatch(kept -> kept.title().equals(title));
    }

    /** What could not be compared, a line for each layer. */
    static List<String> notRecorded(RecordedRun first, RecordedRun second) {
        List<String> lines = new ArrayList<>();
        BY_TITLE.forEach((title, layer) -> {
            boolean before = isRecorded(first, title);
            boolean after = isRecorded(second, title);
            if (!before || !after) {
                String where = before ? "in the second run" : after ? "in the first run" : "in either run";
                lines.add(meaning(title, layer) + ": not recorded " + where + ", so not compared");
            }
        });
        return lines;
    }

    private static String meaning(String title, Layer layer) {
        if (title.equals(HEADERS)) {
            return "HTTP headers that matter";
        }
        return switch (layer) {
            case PROMPT -> "Prompts";
            case CARD -> "Card commands and status words";
            case HTTP -> "HTTP status and redirects";
            case TLS -> "TLS version, suite, certificate authorities asked for";
            default -> layer.words();
        };
    }

    private static Map<String, Layer> titles() {
        Map<String, Layer> titles = new LinkedHashMap<>();
        titles.put("Prompts", Layer.PROMPT);
        titles.put("card", Layer.CARD);
        titles.put("HTTP", Layer.HTTP);
        titles.put(HEADERS, Layer.HTTP);
        titles.put("TLS", Layer.TLS);
        return titles;
    }
}

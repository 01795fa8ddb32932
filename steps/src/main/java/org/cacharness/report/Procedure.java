package org.cacharness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documented procedure: the rows of a Markdown table whose first cell is a tag in backticks.
 *
 * @param steps in the order of the table
 */
public record Procedure(List<DocumentedStep> steps) {
    private static final Pattern ROW =
            Pattern.compile("^\\|\\s*`(@[^`\\s]+)`\\s*\\|(.*?)(?<!\\\\)\\|(.*?)(?<!\\\\)\\|\\s*$");

    public Procedure {
        steps = List.copyOf(steps);
    }

    /** A procedure without rows: features that stand alone. */
    public static Procedure none() {
        return new Procedure(List.of());
    }

    /**
     * Reads the table.
     *
     * @param file Markdown, UTF-8; lines that are no such row are prose
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if an id stands twice
     */
    public static Procedure read(Path file) throws IOException {
        List<DocumentedStep> steps = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String id = row.group(1);
                if (steps.stream().anyMatch(step -> step.id().equals(id))) {
                    throw new IllegalArgumentException(file + ": expected each documented step once, got " + id
                            + " twice: rename one of the rows");
                }
                steps.add(new DocumentedStep(id, prose(row.group(2)), prose(row.group(3))));
            }
        }
        return new Procedure(steps);
    }

    /** The ids among a scenario's tags, in the procedure's order. A tag covers the id that it equals, not one it begins. */
    public List<String> covered(List<String> tags) {
        return steps.stream().map(DocumentedStep::id).filter(tags::contains).toList();
    }

    private static String prose(String markdown) {
        return markdown.strip()
                .replace("**", "")
                .replace("*", "")
                .replace("\\|", "|")
                .replace("`", "");
    }
}

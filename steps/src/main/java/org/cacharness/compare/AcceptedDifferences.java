package org.cacharness.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cacharness.evidence.EvidenceException;

/**
 * The differences that somebody has accepted: a file with a line for each, {@code DATE | DIFFERENCE | REASON}.
 *
 * <p>The difference is told as {@code cac compare} tells it; {@code *} in it stands for any text. A line that begins with {@code #}
 * is a remark.
 */
public record AcceptedDifferences(List<Line> lines) {
    private static final String BETWEEN = " | ";

    public AcceptedDifferences {
        lines = List.copyOf(lines);
    }

    /**
     * An accepted difference.
     *
     * @param date when it was accepted
     * @param what the difference
     * @param reason why
     */
    public record Line(LocalDate date, String what, String reason) {
        boolean covers(Difference difference) {
            String pattern = Pattern.quote(what).replace("*", "\\E.*\\Q");
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(difference.what())
                    .matches();
        }
    }

    /** Nothing is accepted. */
    public static AcceptedDifferences none() {
        return new AcceptedDifferences(List.of());
    }

    /**
     * Reads the file.
     *
     * @throws EvidenceException if a line is not as it should be; names it
     */
    public static AcceptedDifferences read(Path file) throws EvidenceException {
        List<Line> lines = new ArrayList<>();
        try {
            int number = 0;
            for (String text : Files.readAllLines(file)) {
                number++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    lines.add(line(text, file + ":" + number));
                }
            }
        } catch (IOException e) {
            throw new EvidenceException("--accepted: expected a text file that can be read, got " + file, e);
        }
        return new AcceptedDifferences(lines);
    }

    /** The line that accepts a difference. */
    public Optional<Line> covering(Difference difference) {
        return lines.stream().filter(line -> line.covers(difference)).findFirst();
    }

    /** Lines whose difference does not occur any more. */
    public List<Line> unused(List<Difference> differences) {
        return lines.stream()
                .filter(line -> differences.stream().noneMatch(line::covers))
                .toList();
    }

    private static Line line(String text, String place) throws EvidenceException {
        int first = text.indexOf(BETWEEN);
        int last = text.lastIndexOf(BETWEEN);
        if (first < 0
                || last == first
                || text.substring(last + BETWEEN.length()).isBlank()) {
            throw bad(place, text);
        }
        try {
            return new Line(
                    LocalDate.parse(text.substring(0, first).strip()),
                    text.substring(first + BETWEEN.length(), last).strip(),
                    text.substring(last + BETWEEN.length()).strip());
        } catch (DateTimeParseException e) {
            throw bad(place, text);
        }
    }

    private static EvidenceException bad(String place, String text) {
        return new EvidenceException(place
                + ": expected DATE | DIFFERENCE | REASON, as in \"2026-01-31 | card: \\\"x → 9000\\\" is new | why\","
                + " got \"" + text.strip() + "\"");
    }
}

package org.cacharness.cli;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tag expression whose tags all exist: a mistyped tag would otherwise select nothing, or with {@code not} everything. */
final class TagFilter {
    private static final Pattern TAG = Pattern.compile("@[^\\s()]+");
    private static final int NEAR = 3;

    private TagFilter() {}

    /**
     * Parses an expression.
     *
     * @param text the expression, or null for all
     * @param known every tag of every scenario
     */
    static Expression parse(@Nullable String text, Set<String> known) throws BadInputException {
        if (text == null || text.isBlank()) {
            return tags -> true;
        }
        for (String tag : TAG.matcher(text).results().map(hit -> hit.group()).toList()) {
            if (!known.contains(tag)) {
                throw new BadInputException("--tags: no scenario has " + tag + ": " + suggestion(tag, known));
            }
        }
        try {
            return TagExpressionParser.parse(text);
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new BadInputException(
                    "--tags: expected a tag expression such as \"@step-5-clear and not @step-7\", got \"" + text
                            + "\": " + message,
                    e);
        }
    }

    private static String suggestion(String tag, Collection<String> known) {
        List<String> near = known.stream()
                .filter(other -> other.startsWith(tag) || tag.startsWith(other) || distance(tag, other) <= NEAR)
                .sorted(Comparator.comparingInt(other -> distance(tag, other)))
                .limit(5)
                .toList();
        return near.isEmpty()
                ? "the tags are " + String.join(", ", known)
                : "did you mean " + near.stream().collect(Collectors.joining(", ")) + "?";
    }

    /** How many letters to add, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

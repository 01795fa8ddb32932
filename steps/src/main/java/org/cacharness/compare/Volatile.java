package org.cacharness.compare;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is another in every run and says nothing: dates, times, serial numbers, ports. It is named by its kind instead.
 *
 * <p>Small numbers stay: "valid for 150 days" is not "valid for 90 days".
 */
final class Volatile {
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

    /** A pattern and what stands for it. */
    private record Rule(Pattern pattern, String kind) {}

    private static final List<Rule> RULES = List.of(
            rule("\\b(?:name|edipi|upn|mail|serial|card|photograph)-[a-p]{10}\\b", "(pseudonym)"),
            // RFC 9110, 5.6.7; with hyphens in the Expires of old cookies
            rule("\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2}[ -]" + MONTH + "[ -]\\d{4} [0-9:]{8} GMT", "(time)"),
            rule("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?", "(time)"),
            rule("\\d{4}-\\d{2}-\\d{2}", "(date)"),
            rule("\\b\\d{1,2} " + MONTH + " \\d{4}\\b", "(date)"),
            rule("\\b" + MONTH + " \\d{1,2}, \\d{4}\\b", "(date)"),
            // Before the time of day, which some pairs of its digits would be taken for
            rule("\\b(?:[0-9A-Fa-f]{2}[: ]){4,}[0-9A-Fa-f]{2}\\b", "(number)"),
            rule("\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?: UTC)?\\b", "(time)"),
            rule("(?<=(?:localhost|127\\.0\\.0\\.1):)\\d+", "(port)"),
            rule("\\b(?=[0-9A-Fa-f]*\\d)[0-9A-Fa-f]{8,}\\b", "(number)"));

    private Volatile() {}

    static String named(String text) {
        String named = text;
        for (Rule rule : RULES) {
            named = rule.pattern().matcher(named).replaceAll(rule.kind());
        }
        return named;
    }

    private static Rule rule(String pattern, String kind) {
        return new Rule(Pattern.compile(pattern), kind);
    }
}

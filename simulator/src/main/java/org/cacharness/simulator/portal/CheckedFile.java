package org.cacharness.simulator.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cacheable script that every page loads, and the check value that a sound copy of it computes over its own table.
 *
 * <p>The value is worked out here by the same rule as in the file, so that a tester may change the table.
 */
final class CheckedFile {
    /** Parameter of links and field of forms that carries the value. */
    static final String PARAMETER = "check";

    /** Where the file lies in the folder of the pages. */
    static final String PATH = "scripts/portal.js";

    private static final Pattern TABLE = Pattern.compile("var table =\\s*\"([A-Za-z0-9]{64,})\";");

    private final String text;
    private final int tableStart;
    private final String table;

    CheckedFile(String text) {
        Matcher matcher = TABLE.matcher(text);
        if (!matcher.find()) {
            throw new StubFileException(
                    PATH,
                    "expected the line var table = \"…\"; with at least 64 letters or digits, got none",
                    "put the table back, its value is what the portal checks");
        }
        this.text = text;
        this.table = matcher.group(1);
        this.tableStart = matcher.start(1);
    }

    /** What a sound copy computes. */
    String value() {
        int check = 7;
        for (int i = 0; i < table.length(); i++) {
            check = (check * 31 + table.charAt(i)) % 65_521;
        }
        return Integer.toHexString(check);
    }

    /** A copy with one character of the table changed, as a bad download leaves it. */
    String corrupted() {
        int at = tableStart + table.length() / 2;
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}

package org.cacharness.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand in every report: in its scripts and style sheets, whoever the person is. A name that is one of them, such as
 * {@code Page} or {@code Brown}, cannot be told from it where it stands alone.
 */
final class OrdinaryWords {
    private static final List<String> ASSETS = List.of(
            "/io/cucumber/htmlformatter/main.js",
            "/io/cucumber/htmlformatter/main.css",
            "/org/cacharness/report/report.css",
            "/org/cacharness/report/report.js",
            "/org/cacharness/report/timeline.js",
            "/org/cacharness/report/index.hbs",
            "/org/cacharness/report/scenario.hbs");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> WORDS = read();

    private OrdinaryWords() {}

    static boolean contain(String name) {
        return WORDS.contains(name);
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        for (String asset : ASSETS) {
            try (InputStream resource = OrdinaryWords.class.getResourceAsStream(asset)) {
                if (resource != null) {
                    Matcher matcher = WORD.matcher(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
                    matcher.results().forEach(word -> words.add(word.group()));
                }
            } catch (IOException damaged) {
                throw new UncheckedIOException("Read " + asset + " of the class path", damaged);
            }
        }
        return Set.copyOf(words);
    }
}

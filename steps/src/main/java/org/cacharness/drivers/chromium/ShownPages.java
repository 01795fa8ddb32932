package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.StyleSheet;

/** The pages that a Chromium showed, as they stood when they were complete, the same page only once in a row. */
public final class ShownPages {
    private static final Pattern LINK =
            Pattern.compile("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b.*?</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<SavedPage> pages = new ArrayList<>();
    private final Map<String, List<StyleSheet>> styles = new HashMap<>();
    private String last = "";

    /**
     * Keeps a complete page, if it is one of a site and not of the browser itself.
     *
     * @param page as {@link PageScripts#complete} has found it
     * @param driver of its window, which is asked for style sheets that were not seen before
     */
    public void saw(JsonNode page, DevTools driver) {
        if (page.path("address").asText().startsWith("http")) {
            String sheets = page.path("sheets").asText();
            saw(
                    page.path("title").asText(),
                    page.path("source").asText(),
                    () -> styles.computeIfAbsent(sheets, unseen -> stylesOf(driver)));
        }
    }

    /**
     * Keeps a page.
     *
     * @param title the window's title
     * @param source the document as it stands
     * @param styles its style sheets, asked for only if the page is new
     */
    public void saw(String title, String source, Supplier<List<StyleSheet>> styles) {
        if (!source.equals(last)) {
            last = source;
            pages.add(saved(title, source, styles.get()));
        }
    }

    /** The pages since this was last asked. */
    public List<SavedPage> takeNew() {
        List<SavedPage> fresh = List.copyOf(pages);
        pages.clear();
        return fresh;
    }

    private static SavedPage saved(String title, String source, List<StyleSheet> styles) {
        StringBuilder links = new StringBuilder();
        styles.forEach(style -> links.append("<link rel=\"stylesheet\" href=\"")
                .append(style.name())
                .append("\">"));
        String still = SCRIPT.matcher(source).replaceAll("");
        return new SavedPage(
                title, LINK.matcher(still).replaceFirst(Matcher.quoteReplacement(links.toString())), styles);
    }

    /** The style sheets of the page in front. */
    public static List<StyleSheet> stylesOf(DevTools driver) {
        return new PageResources(driver)
                .styleSheets().stream().map(StyleSheet::of).toList();
    }
}

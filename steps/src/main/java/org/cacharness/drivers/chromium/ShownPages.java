package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.StyleSheet;

/** The pages that a Chromium showed, as they stood when they were complete, the same page only once in a row. */
final class ShownPages {
    private static final Pattern LINK =
            Pattern.compile("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b.*?</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SavedPage> pages = new ArrayList<>();
    private String last = "";

    void saw(ChromiumSession.Driver driver) {
        String source = String.valueOf(driver.getPageSource());
        boolean isPage = String.valueOf(driver.getCurrentUrl()).startsWith("http");
        if (isPage && !source.equals(last)) {
            last = source;
            pages.add(saved(String.valueOf(driver.getTitle()), source, stylesOf(driver)));
        }
    }

    /** The pages since this was last asked. */
    List<SavedPage> takeNew() {
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

    /** A page cannot read the sheets of another port, which its browser has all the same. */
    private static List<StyleSheet> stylesOf(ChromiumSession.Driver driver) {
        JsonNode frame =
                JSON.valueToTree(driver.ask("Page.getResourceTree", Map.of())).path("frameTree");
        String frameId = frame.path("frame").path("id").asText();
        List<StyleSheet> styles = new ArrayList<>();
        for (JsonNode resource : frame.path("resources")) {
            if (resource.path("type").asText().equals("Stylesheet")) {
                Map<String, Object> content = driver.ask(
                        "Page.getResourceContent",
                        Map.of("frameId", frameId, "url", resource.path("url").asText()));
                styles.add(StyleSheet.of(String.valueOf(content.get("content"))));
            }
        }
        return styles;
    }
}

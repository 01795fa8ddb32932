package org.cacharness.drivers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlLink;
import org.htmlunit.html.HtmlPage;

/** The pages that a browser showed, saved as they were, in order, the same page only once in a row. */
final class SeenPages {
    private static final Pattern LINK =
            Pattern.compile("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b.*?</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<SavedPage> pages = new ArrayList<>();
    private String last = "";

    void saw(HtmlPage page) {
        String source = page.getWebResponse().getContentAsString();
        if (!source.equals(last)) {
            last = source;
            pages.add(saved(page, source));
        }
    }

    /** The pages since this was last asked. */
    List<SavedPage> takeNew() {
        List<SavedPage> fresh = List.copyOf(pages);
        pages.clear();
        return fresh;
    }

    private static SavedPage saved(HtmlPage page, String source) {
        List<StyleSheet> styles = stylesOf(page);
        StringBuilder links = new StringBuilder();
        styles.forEach(style -> links.append("<link rel=\"stylesheet\" href=\"")
                .append(style.name())
                .append("\">"));
        String still = SCRIPT.matcher(source).replaceAll("");
        String html = LINK.matcher(still).replaceFirst(Matcher.quoteReplacement(links.toString()));
        return new SavedPage(page.getTitleText(), html, styles);
    }

    private static List<StyleSheet> stylesOf(HtmlPage page) {
        List<StyleSheet> styles = new ArrayList<>();
        for (DomElement element : page.getElementsByTagName("link")) {
            if (element instanceof HtmlLink link && "stylesheet".equalsIgnoreCase(link.getRelAttribute())) {
                styles.add(StyleSheet.of(contentOf(link)));
            }
        }
        return styles;
    }

    private static String contentOf(HtmlLink link) {
        try {
            return link.getWebResponse(true).getContentAsString();
        } catch (IOException unreachable) {
            return "/* style sheet not saved: " + unreachable.getMessage() + " */";
        }
    }
}

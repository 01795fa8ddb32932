package org.cacharness.drivers;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlLink;
import org.htmlunit.html.HtmlPage;

/** Puts the style sheets of a page into it and takes its scripts out, so that the saved page looks the same offline. */
final class StyleSheets {
    private static final Pattern LINK = Pattern.compile("<link\\b[^>]*\\brel=\"stylesheet\"[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT = Pattern.compile("<script\\b.*?</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    String inlinedInto(HtmlPage page) {
        String source = SCRIPT.matcher(page.getWebResponse().getContentAsString()).replaceAll("");
        return LINK.matcher(source).replaceAll(Matcher.quoteReplacement("<style>" + stylesOf(page) + "</style>"));
    }

    private static String stylesOf(HtmlPage page) {
        StringBuilder styles = new StringBuilder();
        for (DomElement element : page.getElementsByTagName("link")) {
            if (element instanceof HtmlLink link && "stylesheet".equalsIgnoreCase(link.getRelAttribute())) {
                styles.append(contentOf(link));
            }
        }
        return styles.toString();
    }

    private static String contentOf(HtmlLink link) {
        try {
            return link.getWebResponse(true).getContentAsString();
        } catch (IOException unreachable) {
            return "/* style sheet not saved: " + unreachable.getMessage() + " */";
        }
    }
}

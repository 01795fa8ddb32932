package org.cacharness.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;

/**
 * A saved page as what a member finds on it, in its order: title, headings, fields with their labels, buttons, links, messages,
 * text. How it looks is not in it, nor what is hidden.
 *
 * @param title of the page
 * @param parts in the document's order
 */
record PageStructure(String title, List<Part> parts) {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> FIELDS = Set.of("input", "select", "textarea");
    private static final Set<String> PRESSED = Set.of("submit", "button", "image", "reset");
    private static final Set<String> MESSAGES = Set.of("alert", "status", "alertdialog");
    private static final Set<String> TEXTS = Set.of("p", "li", "dt", "dd", "td", "th", "caption", "legend", "summary");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "head");

    PageStructure {
        parts = List.copyOf(parts);
    }

    /**
     * Something on the page.
     *
     * @param kind for example {@code button}
     * @param words that a member reads
     */
    record Part(String kind, String words) {
        @Override
        public String toString() {
            return kind + " \"" + words + "\"";
        }
    }

    static PageStructure of(String html) {
        Document page = Jsoup.parse(html);
        List<Part> parts = new ArrayList<>();
        page.body().filter((node, depth) -> {
            if (!(node instanceof Element element)) {
                return NodeFilter.FilterResult.CONTINUE;
            }
            if (isUnseen(element)) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            add(element, parts);
            return NodeFilter.FilterResult.CONTINUE;
        });
        return new PageStructure(Volatile.named(page.title()), parts);
    }

    private static void add(Element element, List<Part> parts) {
        String name = element.normalName();
        if (HEADINGS.contains(name)) {
            part(parts, "heading " + name.substring(1), element.text());
        } else if (isButton(element)) {
            part(parts, "button", name.equals("input") ? element.attr("value") : element.text());
        } else if (FIELDS.contains(name)) {
            part(parts, "field", field(element));
        } else if (name.equals("a") && element.hasAttr("href")) {
            part(parts, "link", element.text() + " → " + path(element.attr("href")));
        } else if (MESSAGES.contains(element.attr("role"))) {
            part(parts, "message", element.text());
        } else if (TEXTS.contains(name)) {
            part(parts, "text", element.ownText());
        }
    }

    private static void part(List<Part> parts, String kind, String words) {
        String shown = Volatile.named(words.strip());
        if (!shown.isEmpty()) {
            parts.add(new Part(kind, shown));
        }
    }

    private static boolean isButton(Element element) {
        String name = element.normalName();
        return name.equals("button")
                || "button".equals(element.attr("role"))
                || (name.equals("input") && PRESSED.contains(type(element)));
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || "true".equals(element.attr("aria-hidden"))
                || (element.normalName().equals("input") && type(element).equals("hidden"));
    }

    private static String field(Element field) {
        String state = (field.hasAttr("required") ? ", required" : "")
                + (field.hasAttr("disabled") ? ", disabled" : "")
                + (field.hasAttr("readonly") ? ", read only" : "");
        return label(field) + " (" + type(field) + state + ")";
    }

    /** HTML 5.2, 4.10.4; then WAI-ARIA; then the name that only programs see. */
    private static String label(Element field) {
        Document page = field.ownerDocument();
        String id = field.id();
        if (page != null && !id.isEmpty()) {
            for (Element label : page.getElementsByTag("label")) {
                if (label.attr("for").equals(id)) {
                    return label.text();
                }
            }
        }
        Element around = field.closest("label");
        if (around != null) {
            return around.text();
        }
        return field.hasAttr("aria-label") ? field.attr("aria-label") : field.attr("name");
    }

    private static String type(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (!element.normalName().equals("input")) {
            return element.normalName();
        }
        return type.isEmpty() ? "text" : type;
    }

    /** Without scheme, host and port, which are another for each portal, and without the values of a query. */
    private static String path(String href) {
        String path = href.replaceFirst("^[a-z]+://[^/?#]*", "").replaceAll("=[^&#]*", "=");
        return path.isEmpty() ? "/" : path;
    }
}

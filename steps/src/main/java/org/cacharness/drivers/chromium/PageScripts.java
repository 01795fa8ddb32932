package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.Thing;

/**
 * What is asked of a page, in one question each: a question costs some milliseconds however small it is, and a page has many elements. What a
 * person does, pressing and typing, is not done here but by {@link Hands}.
 */
public final class PageScripts {
    /** Notices that the page is about to be replaced. For each new document, before anything of it runs. */
    static final String WATCH = """
            navigation.addEventListener('navigate', event => {
                window.isBeingLeft ||= !event.hashChange && event.downloadRequest === null;
            });
            """;

    private static final String LOOK = """
            const normal = text => text.replace(/\\s+/g, ' ').trim().toLowerCase();
            const seen = element => element.checkVisibility({ visibilityProperty: true });
            const read = element => seen(element) ? element.innerText : '';
            const found = xpath => {
                const all = document.evaluate(xpath, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
                return Array.from({ length: all.snapshotLength }, (none, at) => all.snapshotItem(at));
            };
            const called = element => element.getAttribute('aria-label')
                ?? (element.localName === 'input' ? element.getAttribute('value') : null) ?? read(element);
            """;
    private static final String VISIBLE = LOOK + """
            return arguments[0].flatMap(found).find(element => normal(called(element)) === arguments[1] && seen(element)) ?? null;
            """;
    private static final String LABELLED = LOOK + """
            const byLabel = found('//label').filter(label => normal(read(label)) === arguments[0])
                .map(label => label.control);
            const byItself = found('//input[@aria-label] | //select[@aria-label]')
                .filter(element => normal(called(element)) === arguments[0]);
            return byLabel.concat(byItself).find(element => element !== null && seen(element)) ?? null;
            """;
    private static final String SELECTED = LOOK + """
            const all = css => {
                try {
                    return Array.from(document.querySelectorAll(css));
                } catch (notCss) {
                    return [];
                }
            };
            return all(arguments[0]).find(seen) ?? null;
            """;
    private static final String TEXTS = LOOK + "return found(arguments[0]).map(element => read(element).trim());";
    /**
     * What a click sets off begins in the page's next task. A page that is being left, or loads, does not answer: it ends the question when
     * it is replaced, or answers when it is complete. One that will not become a site's page in this way is asked again.
     */
    private static final String COMPLETE = """
            return new Promise(done => {
                let still = performance.now();
                const look = () => {
                    if (window.isBeingLeft || document.readyState !== 'complete') {
                        still = performance.now();
                    } else if (['https:', 'http:', 'chrome-error:'].includes(location.protocol)
                            && document.body?.childElementCount > 0) {
                        answer({
                            address: location.href,
                            title: document.title,
                            source: document.documentElement.outerHTML,
                            sheets: Array.from(document.styleSheets, sheet => sheet.href).join(' '),
                        });
                    } else if (performance.now() - still > 1000) {
                        answer(null);
                    }
                };
                const again = setInterval(look, 50);
                const answer = page => {
                    clearInterval(again);
                    done(page);
                };
                setTimeout(look, 0);
                window.addEventListener('load', () => setTimeout(look, 0));
            });
            """;

    private final DevToolsWindow window;

    /** Of the page in front of a window. */
    public PageScripts(DevToolsWindow window) {
        this.window = window;
    }

    /**
     * The page in front, once it is complete: address, title, source, and the addresses of its style sheets.
     *
     * @throws IllegalStateException if it is not in time
     */
    public JsonNode complete() {
        long deadline = System.nanoTime() + DevToolsConnection.LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode page = completeNow();
            if (page.isObject()) {
                return page;
            }
        }
        throw new IllegalStateException("Browser: expected a complete page within "
                + DevToolsConnection.LIMIT.toSeconds() + " s, it is still at " + address());
    }

    private JsonNode completeNow() {
        try {
            return window.value(COMPLETE);
        } catch (DevToolsException failure) {
            if (failure.isOfReplacedPage()) {
                return NullNode.getInstance();
            }
            throw failure;
        }
    }

    /** Where the window is. */
    public URI address() {
        return URI.create(window.value("return location.href").asText());
    }

    /** Whether it is the browser's own page about an error. */
    public boolean isOfTheBrowser() {
        return window.value("return location.protocol === 'chrome-error:'").asBoolean();
    }

    /** The first element of the first of these kinds that is called so, in lower case with single spaces, and can be seen. */
    public Optional<Thing> visible(List<String> xpaths, String normal) {
        return thing(VISIBLE, xpaths, normal);
    }

    /** The first field that can be seen and has this label, in lower case with single spaces. */
    public Optional<Thing> labelled(String normal) {
        return thing(LABELLED, normal);
    }

    /** The first element that this CSS selector selects and that can be seen; none where it is no selector. */
    public Optional<Thing> selected(String css) {
        return thing(SELECTED, css);
    }

    private Optional<Thing> thing(String question, Object... arguments) {
        return window.object(question, arguments).map(object -> new PageThing(window, object));
    }

    /** What can be read in the elements, each for itself. */
    public List<String> texts(String xpath) {
        return list(TEXTS, xpath);
    }

    /** What a form would send for each choice of this name. */
    public List<String> choices(String name) {
        return list("return Array.from(document.getElementsByName(arguments[0]), choice => choice.value)", name);
    }

    private List<String> list(String question, Object... arguments) {
        List<String> all = new ArrayList<>();
        window.value(question, arguments).forEach(one -> all.add(one.asText()));
        return all;
    }
}

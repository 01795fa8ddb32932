package org.cacharness.drivers.chromium;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.WebElement;

/**
 * What is asked of a page, in one question each: a question costs some milliseconds however small it is, and a page has many elements. What a
 * person does, pressing and typing, is not done here but by WebDriver, which checks that a person could.
 */
public final class PageScripts {
    /** Notices that the page is about to be replaced. For each new document, before anything of it runs. */
    public static final String WATCH = """
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
    private static final String TEXTS = LOOK + "return found(arguments[0]).map(element => read(element).trim());";
    /** What a click sets off begins in the page's next task. */
    private static final String COMPLETE = """
            const done = arguments[arguments.length - 1];
            setTimeout(() => {
                const complete = !window.isBeingLeft && document.readyState === 'complete'
                    && ['https:', 'http:', 'chrome-error:'].includes(location.protocol)
                    && document.body?.childElementCount > 0;
                done(complete ? {
                    address: location.href,
                    title: document.title,
                    source: document.documentElement.outerHTML,
                    sheets: Array.from(document.styleSheets, sheet => sheet.href).join(' '),
                } : null);
            }, 0);
            """;

    /** The page in front, if it is complete: address, title, source, and the addresses of its style sheets. */
    public Optional<Map<?, ?>> complete(JavascriptExecutor page) {
        try {
            return page.executeAsyncScript(COMPLETE) instanceof Map<?, ?> seen ? Optional.of(seen) : Optional.empty();
        } catch (JavascriptException | ScriptTimeoutException replaced) {
            return Optional.empty();
        }
    }

    /** Whether it is the browser's own page about an error. */
    public boolean isOfTheBrowser(JavascriptExecutor page) {
        return Boolean.TRUE.equals(page.executeScript("return location.protocol === 'chrome-error:'"));
    }

    /** The first element of the first of these kinds that is called so, in lower case with single spaces, and can be seen. */
    public Optional<WebElement> visible(JavascriptExecutor page, List<String> xpaths, String normal) {
        return page.executeScript(VISIBLE, xpaths, normal) instanceof WebElement found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The first field that can be seen and has this label, in lower case with single spaces. */
    public Optional<WebElement> labelled(JavascriptExecutor page, String normal) {
        return page.executeScript(LABELLED, normal) instanceof WebElement found ? Optional.of(found) : Optional.empty();
    }

    /** What can be read in the elements, each for itself. */
    public List<String> texts(JavascriptExecutor page, String xpath) {
        return page.executeScript(TEXTS, xpath) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}

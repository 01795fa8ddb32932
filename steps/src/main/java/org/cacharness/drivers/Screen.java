package org.cacharness.drivers;

import java.net.URI;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/**
 * What a person sees in the window in front: headings, labels, buttons and links by the words on them.
 *
 * <p>Things are found by their words, so that a page may be laid out anew without a change here. A thing that is not there is
 * reported with the things that are.
 */
public final class Screen {
    private static final String BUTTONS =
            "//button | //input[@type='submit'] | //*[@role='button' or @role='menuitem']";
    private static final String LINKS = "//a[@href] | //summary";

    private final Browser browser;

    /** Looks at the window in front of a browser. */
    public Screen(Browser browser) {
        this.browser = browser;
    }

    /** The page's main heading, or an empty text where the page has none. */
    public String heading() {
        return browser.texts("//h1").stream().findFirst().orElse("");
    }

    /** Whether the page's main heading reads so. */
    public boolean isHeaded(String heading) {
        return browser.patience().until(() -> heading().equals(heading));
    }

    /** Whether the words can be read on the page. Case and line breaks do not count. */
    public boolean says(String words) {
        return browser.patience().until(() -> normal(text()).contains(normal(words)));
    }

    /** Everything that can be read on the page. */
    public String text() {
        return browser.texts("//body").stream().findFirst().orElse("");
    }

    /** Whether a button or link with these words can be seen. */
    public boolean offers(String words) {
        return browser.patience()
                .until(() -> visible(BUTTONS, words).isPresent()
                        || visible(LINKS, words).isPresent());
    }

    /** Whether a field with this label can be seen. */
    public boolean asksFor(String label) {
        return browser.patience().until(() -> field(label).isPresent());
    }

    /** Presses the button, menu entry or link with these words. */
    public void press(String words) {
        List<WebElement> found = new ArrayList<>();
        browser.patience().until(() -> {
            pressable(words).ifPresent(found::add);
            return !found.isEmpty();
        });
        if (found.isEmpty()) {
            throw missing("button or link", words, offered());
        }
        browser.act(found.get(0)::click);
    }

    /** Types into the field with this label, replacing what was there. */
    public void fill(String label, CharSequence typed) {
        browser.patience().until(() -> field(label).isPresent());
        WebElement field = field(label).orElseThrow(() -> missing("field", label, labels()));
        field.clear();
        field.sendKeys(typed);
    }

    /** Types a password into the field with this label. */
    public void fill(String label, Password password) {
        fill(label, CharBuffer.wrap(password.characters()));
    }

    /** Chooses the radio button with this label. */
    public void choose(String label) {
        field(label).orElseThrow(() -> missing("choice", label, labels())).click();
    }

    /** Gives the choice with this label another value than the page gave it, as somebody does who writes the form by hand. */
    public void forge(String label, String value) {
        WebElement choice = field(label).orElseThrow(() -> missing("choice", label, labels()));
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].value = arguments[1]", choice, value);
    }

    /** Presses the button with these words, where a link has the same. */
    public void pressButton(String words) {
        WebElement button = visible("//button", words).orElseThrow(() -> missing("button", words, offered()));
        browser.act(button::click);
    }

    /** The text of the element that the page marks with this id, if it is there. */
    public Optional<String> value(String id) {
        return browser.texts("//*[@id='" + id + "']").stream().findFirst();
    }

    /** Where the window is, without what follows the path. */
    public String path() {
        String address = browser.driver().getCurrentUrl();
        return address == null ? "" : URI.create(address).getPath();
    }

    private Optional<WebElement> pressable(String words) {
        return visible(BUTTONS, words).or(() -> visible(LINKS, words));
    }

    private Optional<WebElement> visible(String xpath, String words) {
        return browser.visible(xpath, normal(words));
    }

    private Optional<WebElement> field(String label) {
        return browser.labelled(normal(label));
    }

    /** What a person calls it by. */
    static String nameOf(WebElement element) {
        String label = element.getDomAttribute("aria-label");
        if (label != null) {
            return label;
        }
        String value = element.getTagName().equals("input") ? element.getDomAttribute("value") : null;
        return value == null ? element.getText() : value;
    }

    private IllegalStateException missing(String kind, String words, String there) {
        return new IllegalStateException("Page \"" + heading() + "\" (" + path() + "): expected a " + kind + " \""
                + words + "\", found " + there + ": compare the page with the procedure");
    }

    private String offered() {
        return browser.driver().findElements(By.xpath(BUTTONS + " | " + LINKS)).stream()
                .filter(WebElement::isDisplayed)
                .map(element -> "\"" + nameOf(element).strip() + "\"")
                .collect(Collectors.joining(", "));
    }

    private String labels() {
        return browser.texts("//label").stream()
                .map(label -> "\"" + label + "\"")
                .collect(Collectors.joining(", "));
    }

    /** In lower case, with single spaces. */
    static String normal(String words) {
        return words.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}

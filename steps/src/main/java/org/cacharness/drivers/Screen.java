package org.cacharness.drivers;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cacharness.description.Entry;
import org.cacharness.description.Locator;
import org.openqa.selenium.By;
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
    private static final String HEADINGS = "//h1 | //h2[not(//h1)]";
    private static final String LINKS = "//a[@href] | //summary";

    private final Browser browser;

    /** Looks at the window in front of a browser. */
    public Screen(Browser browser) {
        this.browser = browser;
    }

    /** The page's main heading, or an empty text where the page has none. */
    public String heading() {
        return browser.texts(HEADINGS).stream().findFirst().orElse("");
    }

    /** Whether the page's main heading reads so. */
    public boolean isHeaded(String heading) {
        return browser.patience().until(() -> heading().equals(heading));
    }

    /** Whether the words can be read on the page. Case and line breaks do not count. */
    public boolean says(String words) {
        return browser.patience().until(() -> reads(words));
    }

    /** Whether the page is headed so, says so, or has such an element: whichever the entry is about. */
    public boolean shows(Entry entry) {
        return firstShown(List.of(entry)).isPresent();
    }

    /** The first of these that the page shows. */
    public Optional<Entry> firstShown(List<Entry> entries) {
        List<Entry> found = new ArrayList<>();
        browser.patience().until(() -> {
            String heading = anyIs(Locator.Words.class, entries) ? heading() : "";
            String text = anyIs(Locator.Text.class, entries) ? normal(text()) : "";
            entries.stream()
                    .filter(entry -> isShown(entry, heading, text))
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /** Everything that can be read on the page. */
    public String text() {
        return browser.texts("//body").stream().findFirst().orElse("");
    }

    /** Whether a button or link with these words can be seen. */
    public boolean offers(String words) {
        return offers(new Locator.Words(words));
    }

    /** Whether the button or link can be seen. */
    public boolean offers(Locator locator) {
        return browser.patience().until(() -> pressable(locator).isPresent());
    }

    /** Whether the field can be seen. */
    public boolean asksFor(Locator locator) {
        return browser.patience().until(() -> field(locator).isPresent());
    }

    /** Presses the button, menu entry or link with these words. */
    public void press(String words) {
        Locator locator = new Locator.Words(words);
        press(locator, () -> missing("a button or link " + locator, offered(), "procedure"));
    }

    /** Presses the button, menu entry or link. */
    public void press(Entry entry) {
        press(entry.locator(), () -> missing("a button or link for " + entry, offered(), "description"));
    }

    private void press(Locator locator, Supplier<IllegalStateException> missing) {
        Thing found = awaited(() -> pressable(locator)).orElseThrow(missing);
        browser.act(found::press);
    }

    /** Types into the field, replacing what was there. */
    public void fill(Entry entry, CharSequence typed) {
        required(entry).type(typed);
    }

    /** Types a password into the field. */
    public void fill(Entry entry, Password password) {
        fill(entry, CharBuffer.wrap(password.characters()));
    }

    /** Chooses the radio button. */
    public void choose(Entry entry) {
        required(entry).press();
    }

    /** Gives the choice another value than the page gave it, as somebody does who writes the form by hand. */
    public void forge(Entry entry, String value) {
        required(entry).forge(value);
    }

    /** The text of the element that the page marks with this id, if it is there. */
    public Optional<String> value(String id) {
        return browser.texts("//*[@id='" + id + "']").stream().findFirst();
    }

    /** The text of the element, if it is there. */
    public Optional<String> value(Entry entry) {
        return selected(entry.locator()).map(Thing::text);
    }

    /** Where the window is, without what follows the path. */
    public String path() {
        return Objects.toString(browser.address().getPath(), "");
    }

    /** A page is looked at once, and only for what is asked: its text is not had for nothing. */
    private static boolean anyIs(Class<? extends Locator> kind, List<Entry> entries) {
        return entries.stream().map(Entry::locator).anyMatch(kind::isInstance);
    }

    private boolean isShown(Entry entry, String heading, String text) {
        if (entry.locator() instanceof Locator.Words words) {
            return heading.equals(words.words());
        }
        return entry.locator() instanceof Locator.Text words
                ? text.contains(normal(words.words()))
                : selected(entry.locator()).isPresent();
    }

    private boolean reads(String words) {
        return normal(text()).contains(normal(words));
    }

    private Thing required(Entry entry) {
        return awaited(() -> field(entry.locator()))
                .orElseThrow(() -> missing("a field for " + entry, labels(), "description"));
    }

    private Optional<Thing> awaited(Supplier<Optional<Thing>> search) {
        List<Thing> found = new ArrayList<>();
        browser.patience().until(() -> {
            search.get().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private Optional<Thing> pressable(Locator locator) {
        if (locator instanceof Locator.Words words) {
            return visible(List.of(BUTTONS, LINKS), words.words());
        }
        if (locator instanceof Locator.Role role) {
            return visible(List.of(withRole(role.role())), role.name());
        }
        return selected(locator);
    }

    /** HTML-AAM 1.0, 3.5: which elements have a role without saying so. */
    private static String withRole(String role) {
        String said = "//*[@role='" + role + "']";
        return switch (role) {
            case "button" -> said + " | //button[not(@role)] | //input[@type='submit' or @type='button']";
            case "link" -> said + " | //a[@href and not(@role)]";
            default -> said;
        };
    }

    private Optional<Thing> visible(List<String> xpaths, String words) {
        return browser.visible(xpaths, normal(words));
    }

    private Optional<Thing> field(Locator locator) {
        return locator instanceof Locator.Words words ? browser.labelled(normal(words.words())) : selected(locator);
    }

    private Optional<Thing> selected(Locator locator) {
        return locator instanceof Locator.Selector selector ? browser.selected(selector.css()) : Optional.empty();
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

    private IllegalStateException missing(String expected, String there, String compared) {
        return new IllegalStateException("Page \"" + heading() + "\" (" + path() + "): expected " + expected
                + ", found " + there + ": compare the page with the " + compared);
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

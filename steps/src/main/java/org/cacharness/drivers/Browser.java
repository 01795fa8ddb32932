package org.cacharness.drivers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * One browser with all its windows: one process, one memory, one set of TLS sessions.
 *
 * <p>Closing the last window ends it. Every wait of the pages is bounded by {@link Patience}.
 */
public interface Browser extends AutoCloseable {
    /** The driver of the window in front. */
    WebDriver driver();

    /** How long the pages may take to show what was asked for. */
    Patience patience();

    /** Goes to an address, as if it had been typed. */
    default void go(URI address) {
        act(() -> driver().get(address.toString()));
    }

    /** Loads the page in front again, as the reload button does. */
    default void reload() {
        act(() -> driver().navigate().refresh());
    }

    /**
     * Does something that may load a page. If the connection fails, the browser shows an error page of its own.
     */
    void act(Runnable deed);

    /**
     * The first element whose name, the words that a person calls it by, reads so and that can be seen.
     *
     * @param xpaths which elements: those of the first one before those of the next
     * @param normal the words, in lower case, with single spaces
     */
    default Optional<Thing> visible(List<String> xpaths, String normal) {
        return xpaths.stream()
                .flatMap(xpath -> driver().findElements(By.xpath(xpath)).stream())
                .filter(element -> Screen.normal(Screen.nameOf(element)).equals(normal))
                .filter(WebElement::isDisplayed)
                .findFirst()
                .map(this::thing);
    }

    /**
     * The first field that can be seen and has this label (HTML, 4.10.4: a label names its field by id, or has it inside; a field without one
     * may name itself).
     *
     * @param normal the label's words, in lower case, with single spaces
     */
    default Optional<Thing> labelled(String normal) {
        Stream<WebElement> byLabel = driver().findElements(By.tagName("label")).stream()
                .filter(label -> Screen.normal(label.getText()).equals(normal))
                .flatMap(this::fieldOf);
        Stream<WebElement> byItself =
                driver().findElements(By.cssSelector("input[aria-label], select[aria-label]")).stream()
                        .filter(element -> Screen.normal(Screen.nameOf(element)).equals(normal));
        return Stream.concat(byLabel, byItself)
                .filter(WebElement::isDisplayed)
                .findFirst()
                .map(this::thing);
    }

    /** The first element that this CSS selector selects and that can be seen; none where it is no selector. */
    default Optional<Thing> selected(String css) {
        try {
            return driver().findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .map(this::thing);
        } catch (InvalidSelectorException notCss) {
            return Optional.empty();
        }
    }

    private Thing thing(WebElement element) {
        return new WebDriverThing(driver(), element);
    }

    private Stream<WebElement> fieldOf(WebElement label) {
        String id = label.getDomAttribute("for");
        return id == null
                ? label.findElements(By.cssSelector("input, select, textarea")).stream()
                : driver().findElements(By.id(id)).stream();
    }

    /** What can be read in the elements, each for itself. */
    default List<String> texts(String xpath) {
        return driver().findElements(By.xpath(xpath)).stream()
                .map(element -> element.getText().strip())
                .toList();
    }

    /** Where the window in front is. */
    default URI address() {
        return URI.create(String.valueOf(driver().getCurrentUrl()));
    }

    /** Whether the page in front is the browser's own, which says that it could not connect. */
    boolean couldNotConnect();

    /** The values of all cookies that this browser ever held; they open sessions, so they are secrets. */
    Set<String> cookieValues();

    /** Opens a second window of the same browser and brings it to the front. */
    void openAnotherWindow();

    /** Closes the window in front; another window of this browser comes to the front, if there is one. */
    void closeWindow();

    /** The pages that this browser showed since it was last asked, in order. */
    List<SavedPage> newPages();

    /** Ends the browser: its windows, connections, TLS sessions and memory. Closing twice does nothing. */
    @Override
    void close();
}

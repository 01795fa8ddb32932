package org.cacharness.drivers;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.WebDriver;

/**
 * One browser with all its windows: one process, one memory, one set of TLS sessions.
 *
 * <p>Closing the last window ends it. Every wait of the pages is bounded by {@link Patience}.
 */
public interface Browser extends AutoCloseable {
    /** The heading of the page that a browser shows when it cannot connect. */
    String NO_CONNECTION = "This page cannot be displayed";

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
     * Does something that may load a page. If the connection fails, the browser shows an error page of its own, headed
     * {@link #NO_CONNECTION}, as browsers do.
     */
    void act(Runnable deed);

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

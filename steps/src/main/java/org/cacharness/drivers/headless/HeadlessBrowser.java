package org.cacharness.drivers.headless;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.chromium.PageResources;
import org.cacharness.drivers.chromium.ShownPages;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** A Chromium behind a bridge, with all its windows. */
final class HeadlessBrowser implements Browser {
    private static final Patience LOADING = new Patience(Duration.ofSeconds(60));

    private static final String WATCH = """
            window.isBeingLeft = false;
            navigation.addEventListener('navigate', event => { window.isBeingLeft ||= !event.hashChange; });
            """;
    private static final String IS_COMPLETE = """
            const done = arguments[arguments.length - 1];
            setTimeout(() => done(!window.isBeingLeft
                && ['https:', 'http:', 'chrome-error:'].includes(location.protocol)
                && document.readyState === 'complete' && document.body?.childElementCount > 0), 0);
            """;

    private final BrowserWindows windows;
    private final Attendant attendant;
    private final TlsBridge bridge;
    private final ShownPages shown = new ShownPages();
    private final Set<String> cookieValues = new HashSet<>();
    private boolean open = true;

    HeadlessBrowser(BrowserWindows windows, Attendant attendant, TlsBridge bridge) {
        this.windows = windows;
        this.attendant = attendant;
        this.bridge = bridge;
        attendant.serves(windows, shown);
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public WebDriver driver() {
        return front();
    }

    private HeadlessProcess.Driver front() {
        if (!open) {
            throw new IllegalStateException(
                    "Browser: expected an open browser, but it was closed: open a new one first");
        }
        return windows.front(attendant);
    }

    /** A page is complete when whatever led to it returns, so that looking once will do. */
    @Override
    public Patience patience() {
        return Patience.none();
    }

    @Override
    public void go(URI address) {
        load(() -> driver().get(address.toString()));
    }

    @Override
    public void reload() {
        load(() -> driver().navigate().refresh());
    }

    @Override
    public void act(Runnable deed) {
        front().executeScript(WATCH);
        load(deed);
    }

    private void load(Runnable deed) {
        try {
            deed.run();
        } catch (WebDriverException failure) {
            if (!String.valueOf(failure.getMessage()).contains("net::ERR_")) {
                throw failure;
            }
            // Chromium shows a page of its own then
        }
        settle();
        note();
        noteCookies();
    }

    /** Waits for the page that the deed has led to: what a click sets off begins in the page's next task. */
    private void settle() {
        if (!LOADING.until(this::isComplete)) {
            throw new IllegalStateException("Browser: expected a complete page within "
                    + LOADING.limit().toSeconds() + " s, it is still at " + front().getCurrentUrl());
        }
    }

    private boolean isComplete() {
        try {
            return Boolean.TRUE.equals(front().executeAsyncScript(IS_COMPLETE));
        } catch (JavascriptException | ScriptTimeoutException replaced) {
            return false;
        }
    }

    private void note() {
        shown.saw(front());
    }

    private void noteCookies() {
        Object cookies = front().ask("Storage.getCookies", Map.of()).get("cookies");
        if (cookies instanceof List<?> all) {
            for (Object cookie : all) {
                if (cookie instanceof Map<?, ?> fields) {
                    cookieValues.add(String.valueOf(fields.get("value")));
                }
            }
        }
    }

    /** The content of a file that the page in front uses, as the browser has it. */
    Optional<String> used(String path) {
        return new PageResources(front()).endingIn(path).stream().findFirst();
    }

    @Override
    public Set<String> cookieValues() {
        return Set.copyOf(cookieValues);
    }

    @Override
    public void openAnotherWindow() {
        front();
        windows.open("about:blank");
    }

    @Override
    public void closeWindow() {
        front();
        windows.closeFront();
    }

    @Override
    public List<SavedPage> newPages() {
        return shown.takeNew();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            attendant.leave();
            try {
                windows.close();
            } finally {
                bridge.close();
            }
        }
    }
}

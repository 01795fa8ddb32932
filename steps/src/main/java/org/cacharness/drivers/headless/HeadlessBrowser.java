package org.cacharness.drivers.headless;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.Traffic;
import org.cacharness.drivers.chromium.NetworkLog;
import org.cacharness.drivers.chromium.PageResources;
import org.cacharness.drivers.chromium.ScriptedBrowser;
import org.cacharness.drivers.chromium.ShownPages;
import org.openqa.selenium.WebDriverException;

/** A Chromium behind a bridge, with all its windows. */
final class HeadlessBrowser implements ScriptedBrowser {
    private static final Patience LOADING = new Patience(Duration.ofSeconds(60));

    private final BrowserWindows windows;
    private final Attendant attendant;
    private final TlsBridge bridge;
    private final Traffic traffic;
    private final NetworkLog network = new NetworkLog();
    private final ShownPages shown = new ShownPages();
    private final List<CompletableFuture<Set<String>>> cookies = new ArrayList<>();
    private final Set<String> cookieValues = new HashSet<>();
    private boolean open = true;

    HeadlessBrowser(BrowserWindows windows, Attendant attendant, TlsBridge bridge, Traffic traffic) {
        this.windows = windows;
        this.attendant = attendant;
        this.bridge = bridge;
        this.traffic = traffic;
        attendant.serves(windows, shown);
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public HeadlessProcess.Driver front() {
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
        front();
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
        shown.saw(settled(), front());
        cookies.add(windows.cookies());
        network.tell(front(), windows::has, NetworkLog.Listener.keeping(traffic));
        traffic.tellHandshakes();
    }

    /** Waits for the page that the deed has led to, and looks at it. */
    private Map<?, ?> settled() {
        List<Map<?, ?>> page = new ArrayList<>();
        if (!LOADING.until(() -> PAGES.complete(front()).map(page::add).orElse(false))) {
            throw new IllegalStateException("Browser: expected a complete page within "
                    + LOADING.limit().toSeconds() + " s, it is still at " + front().getCurrentUrl());
        }
        return page.get(0);
    }

    /** The content of a file that the page in front uses, as the browser has it. */
    Optional<String> used(String path) {
        return new PageResources(front()).endingIn(path).stream().findFirst();
    }

    @Override
    public Set<String> cookieValues() {
        cookies.forEach(held -> cookieValues.addAll(held.join()));
        cookies.clear();
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

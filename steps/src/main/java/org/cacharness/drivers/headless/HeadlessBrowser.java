package org.cacharness.drivers.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.Traffic;
import org.cacharness.drivers.chromium.DevToolsWindow;
import org.cacharness.drivers.chromium.ExchangeLog;
import org.cacharness.drivers.chromium.NetworkLog;
import org.cacharness.drivers.chromium.PageResources;
import org.cacharness.drivers.chromium.ScriptedBrowser;
import org.cacharness.drivers.chromium.ShownPages;
import org.openqa.selenium.WebDriver;

/** A Chromium behind a bridge, with all its windows. */
final class HeadlessBrowser implements ScriptedBrowser {
    private final BrowserWindows windows;
    private final Attendant attendant;
    private final TlsBridge bridge;
    private final Traffic traffic;
    private final NetworkLog network = new NetworkLog();
    private final Optional<ExchangeLog> exchanges;
    private final ShownPages shown = new ShownPages();
    private final List<CompletableFuture<Set<String>>> cookies = new ArrayList<>();
    private final Set<String> cookieValues = new HashSet<>();
    private boolean open = true;

    HeadlessBrowser(
            BrowserWindows windows, Attendant attendant, TlsBridge bridge, WatchedBridge watched, Traffic traffic) {
        this.windows = windows;
        this.attendant = attendant;
        this.bridge = bridge;
        this.traffic = traffic;
        this.exchanges = traffic.isListenedTo()
                ? Optional.of(new ExchangeLog(windows::ask, watched::unanswered, traffic))
                : Optional.empty();
        attendant.serves(windows, shown);
        windows.open(attendant, exchanges.isPresent());
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public DevToolsWindow front() {
        requireOpen();
        return windows.front();
    }

    @Override
    public WebDriver driver() {
        requireOpen();
        return windows.driver();
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException(
                    "Browser: expected an open browser, but it was closed: open a new one first");
        }
    }

    /** A page is complete when whatever led to it returns, so that looking once will do. */
    @Override
    public Patience patience() {
        return Patience.none();
    }

    @Override
    public void act(Runnable deed) {
        requireOpen();
        deed.run();
        shown.saw(page().complete(), front());
        cookies.add(windows.cookies());
        tellTraffic();
        traffic.tellHandshakes();
    }

    private void tellTraffic() {
        List<JsonNode> events = windows.takeEvents();
        network.tell(events, NetworkLog.Listener.keeping(traffic));
        exchanges.ifPresent(log -> log.tell(events));
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
        requireOpen();
        windows.open(attendant, exchanges.isPresent());
    }

    @Override
    public void closeWindow() {
        requireOpen();
        tellTraffic();
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
                tellTraffic();
                exchanges.ifPresent(ExchangeLog::end);
                windows.close();
            } finally {
                bridge.close();
            }
        }
    }
}

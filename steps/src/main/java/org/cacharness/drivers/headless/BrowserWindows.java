package org.cacharness.drivers.headless;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cacharness.bridge.ProxyCredentials;
import org.cacharness.drivers.chromium.DevToolsException;
import org.cacharness.drivers.chromium.DevToolsWindow;
import org.cacharness.drivers.chromium.Waiting;
import org.openqa.selenium.WebDriver;

/** The windows of one browser, which is a whole process, or a context in one. The last one opened is in front. */
final class BrowserWindows implements AutoCloseable {
    private final HeadlessProcess process;
    private final Optional<String> context;
    private final DevToolsWindow chooser;
    private final Runnable end;
    private final Deque<DevToolsWindow> windows = new ArrayDeque<>();

    private BrowserWindows(HeadlessProcess process, Optional<String> context, DevToolsWindow chooser, Runnable end) {
        this.process = process;
        this.context = context;
        this.chooser = chooser;
        this.end = end;
    }

    static BrowserWindows ofContext(HeadlessProcess process, String proxy) {
        String context = process.newContext("https=" + proxy);
        return new BrowserWindows(process, Optional.of(context), process.chooser(), () -> process.endContext(context));
    }

    static BrowserWindows ofProcess(HeadlessInstallation installation, Path home, String proxy) {
        HeadlessProcess process = installation.start(home, Optional.of(proxy));
        return new BrowserWindows(process, Optional.empty(), process.chooser(), () -> installation.end(process));
    }

    /**
     * Those of a browser that runs elsewhere, and has shown at the gate that it may use its bridge.
     *
     * @param process that was told the gate as its proxy, or whose context was
     * @param end what ends the browser
     */
    static BrowserWindows elsewhere(
            HeadlessProcess process, Optional<String> context, Admission admission, Runnable end) {
        DevToolsWindow chooser = process.newWindow(context, Waiting.PLAIN);
        new ProxyLogin(chooser).as(admission.credentials(), admission.site());
        return new BrowserWindows(process, context, chooser, end);
    }

    /**
     * How a browser is let through the gate.
     *
     * @param credentials that it shows
     * @param site the page where it shows them first
     */
    record Admission(ProxyCredentials credentials, String site) {}

    /** The window in front. */
    DevToolsWindow front() {
        return windows.getFirst();
    }

    /** The driver, with the window in front. */
    WebDriver driver() {
        return process.driver(front().id());
    }

    /** What happened in them since this was last asked. */
    List<JsonNode> takeEvents() {
        List<JsonNode> events = new ArrayList<>();
        windows.forEach(window -> events.addAll(window.takeEvents()));
        return events;
    }

    /** Where the certificate chooser is shown, to somebody whom the window in front does not keep waiting. */
    DevToolsWindow chooser() {
        return chooser;
    }

    /** The values of its cookies, as soon as the browser tells. */
    CompletableFuture<Set<String>> cookies() {
        return process.cookies(context);
    }

    /**
     * Opens another one in front.
     *
     * @param person waits for its answers
     * @param whole whether bodies of answers will be asked for
     */
    void open(Waiting person, boolean whole) {
        DevToolsWindow window = process.newWindow(context, person);
        windows.push(whole ? window.withWholeNetwork() : window.withNetwork());
    }

    /** The answer of the window with this session; none where it is closed, or refuses. */
    Optional<JsonNode> ask(String session, String command, Map<String, ?> parameters) {
        try {
            return windows.stream()
                    .filter(window -> window.hasSession(session))
                    .findFirst()
                    .map(window -> window.ask(command, parameters));
        } catch (DevToolsException refused) {
            return Optional.empty();
        }
    }

    /** Closes the one in front. */
    void closeFront() {
        process.closeWindow(windows.pop());
    }

    @Override
    public void close() {
        windows.clear();
        end.run();
    }
}

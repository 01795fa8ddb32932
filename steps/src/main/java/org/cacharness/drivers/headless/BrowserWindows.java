package org.cacharness.drivers.headless;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cacharness.bridge.ProxyCredentials;

/** The windows of one browser, which is a whole process, or a context in one. The last one opened is in front. */
final class BrowserWindows implements AutoCloseable {
    private static final String EMPTY = "about:blank";

    private final HeadlessProcess process;
    private final Optional<String> context;
    private final ChooserWindow chooser;
    private final Runnable end;
    private final Deque<String> windows = new ArrayDeque<>();

    private BrowserWindows(HeadlessProcess process, Optional<String> context, ChooserWindow chooser, Runnable end) {
        this.process = process;
        this.context = context;
        this.chooser = chooser;
        this.end = end;
    }

    static BrowserWindows ofContext(HeadlessProcess process, String proxy) {
        String context = process.newContext("https=" + proxy);
        BrowserWindows windows =
                new BrowserWindows(process, Optional.of(context), process.chooser(), () -> process.endContext(context));
        windows.open(EMPTY);
        return windows;
    }

    static BrowserWindows ofProcess(HeadlessInstallation installation, Path home, String proxy) {
        HeadlessProcess process = installation.start(home, Optional.of(proxy));
        BrowserWindows windows =
                new BrowserWindows(process, Optional.empty(), process.chooser(), () -> installation.end(process));
        windows.open(EMPTY);
        return windows;
    }

    /**
     * Those of a browser that runs elsewhere, and has shown at the gate that it may use its bridge.
     *
     * @param process that was told the gate as its proxy, or whose context was
     * @param end what ends the browser
     */
    static BrowserWindows elsewhere(
            HeadlessProcess process, Optional<String> context, Admission admission, Runnable end) {
        DevToolsWindow chooser = process.newChooser(context);
        chooser.authenticate(admission.credentials(), admission.site());
        BrowserWindows windows = new BrowserWindows(process, context, chooser, end);
        windows.open(EMPTY);
        return windows;
    }

    /**
     * How a browser is let through the gate.
     *
     * @param credentials that it shows
     * @param site the page where it shows them first
     */
    record Admission(ProxyCredentials credentials, String site) {}

    /** The driver, with the window in front; this person answers what is asked meanwhile. */
    HeadlessProcess.Driver front(Attendant person) {
        return process.at(Objects.requireNonNull(windows.peek(), "a window that is open"), person);
    }

    /** Whether a window is one of this browser's. */
    boolean has(String window) {
        return windows.contains(window);
    }

    /** Where the certificate chooser is shown, to somebody whom the window in front does not keep waiting. */
    ChooserWindow chooser() {
        return chooser;
    }

    /** The values of its cookies, as soon as the browser tells. */
    CompletableFuture<Set<String>> cookies() {
        return process.cookies(context);
    }

    /** Opens another one in front. */
    void open(String address) {
        windows.push(process.newWindow(address, context));
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

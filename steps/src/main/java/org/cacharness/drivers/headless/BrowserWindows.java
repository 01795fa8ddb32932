package org.cacharness.drivers.headless;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/** The windows of one browser, which is a whole process, or a context in one. The last one opened is in front. */
final class BrowserWindows implements AutoCloseable {
    private static final String EMPTY = "about:blank";

    private final HeadlessProcess process;
    private final Optional<String> context;
    private final Runnable end;
    private final Deque<String> windows = new ArrayDeque<>();

    private BrowserWindows(HeadlessProcess process, Optional<String> context, Runnable end) {
        this.process = process;
        this.context = context;
        this.end = end;
    }

    static BrowserWindows ofContext(HeadlessProcess process, String proxy) {
        String context = process.newContext(proxy);
        BrowserWindows windows = new BrowserWindows(process, Optional.of(context), () -> process.endContext(context));
        windows.open(EMPTY);
        return windows;
    }

    static BrowserWindows ofProcess(HeadlessInstallation installation, Path home, String proxy) {
        HeadlessProcess process = installation.start(home, Optional.of(proxy));
        BrowserWindows windows = new BrowserWindows(process, Optional.empty(), () -> installation.end(process));
        windows.windows.push(process.firstWindow());
        return windows;
    }

    /** The driver, with the window in front. */
    HeadlessProcess.Driver front() {
        return process.at(Objects.requireNonNull(windows.peek(), "a window that is open"));
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

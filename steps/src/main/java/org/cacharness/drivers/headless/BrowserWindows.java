package org.cacharness.drivers.headless;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
        windows.open(EMPTY);
        return windows;
    }

    /** The driver, with the window in front; this person answers what is asked meanwhile. */
    HeadlessProcess.Driver front(Attendant person) {
        return process.at(Objects.requireNonNull(windows.peek(), "a window that is open"), person);
    }

    /**
     * Shows a page in a window of its own, to somebody whom the window in front does not keep waiting.
     *
     * @param deed what is done there
     */
    <T> T dialog(String address, Function<HeadlessProcess.Driver, T> deed) {
        return deed.apply(process.dialogAt(address));
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

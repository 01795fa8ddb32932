package org.cacharness.drivers.chromium;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One computer's chromedriver, which starts its browsers one after the other. */
final class Chromedriver implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    private final GuardedProcess process;
    private final URI address;

    private Chromedriver(GuardedProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it on a port that it chooses itself.
     *
     * @param folder for what it prints
     * @param environment of the driver and its browsers
     */
    static Chromedriver start(ChromiumPrograms programs, Path folder, Map<String, String> environment) {
        GuardedProcess process = GuardedProcess.start(
                programs,
                folder,
                "chromedriver",
                environment,
                MemoryLock.without(programs, List.of(programs.path("chromedriver"), "--port=0")));
        try {
            return new Chromedriver(process, URI.create("http://127.0.0.1:" + process.awaitLine(PORT, START)));
        } catch (RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    /** Whether it can start another browser. */
    boolean isRunning() {
        return process.isRunning();
    }

    /** What it said last; a browser that ended by itself may say why. */
    String lastWords() {
        return process.lastWords();
    }

    /** Ends it, and by force the browser that it started. */
    @Override
    public void close() {
        process.close();
    }
}

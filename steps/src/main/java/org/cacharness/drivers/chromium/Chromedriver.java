package org.cacharness.drivers.chromium;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One computer's chromedriver, which starts its browsers one after the other. */
public final class Chromedriver implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern PORT =
            Pattern.compile("(?:started successfully on|IPv[46]) port (\\d+|not available)");
    private static final String TAKEN = "not available";
    private static final int PORTS = 5;

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
    public static Chromedriver start(ChromiumPrograms programs, Path folder, Map<String, String> environment) {
        return start(programs, folder, environment, List.of(programs.path("chromedriver"), "--port=0"));
    }

    /** The same for browsers that load a middleware which locks memory. */
    static Chromedriver startWithoutMemoryLock(
            ChromiumPrograms programs, Path folder, Map<String, String> environment) {
        return start(
                programs,
                folder,
                environment,
                MemoryLock.without(programs, List.of(programs.path("chromedriver"), "--port=0")));
    }

    /**
     * Starts it, and anew on another port where its choice was none: it takes a port that is free under one version of the
     * Internet protocol and wants it under both; under the other it may be taken, and then it ends.
     */
    static Chromedriver start(
            ChromiumPrograms programs, Path folder, Map<String, String> environment, List<String> command) {
        for (int port = 1; port <= PORTS; port++) {
            GuardedProcess process = GuardedProcess.start(programs, folder, "chromedriver", environment, command);
            String answer = answer(process);
            if (!answer.equals(TAKEN)) {
                return new Chromedriver(process, URI.create("http://127.0.0.1:" + answer));
            }
            process.close();
        }
        throw new IllegalStateException(
                "chromedriver: expected a port that is free on 127.0.0.1 and on ::1, it found none" + " in " + PORTS
                        + " starts: see what listens with ss -ltn");
    }

    private static String answer(GuardedProcess process) {
        try {
            return process.awaitLine(PORT, START);
        } catch (RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Whether it can start another browser. */
    boolean isRunning() {
        return process.isRunning();
    }

    /** What it said last; a browser that ended by itself may say why. */
    public String lastWords() {
        return process.lastWords();
    }

    /** The processes that it and its browsers consist of. */
    public Stream<ProcessHandle> processes() {
        return process.processes();
    }

    /** Ends it, and by force the browser that it started. */
    @Override
    public void close() {
        process.close();
    }
}

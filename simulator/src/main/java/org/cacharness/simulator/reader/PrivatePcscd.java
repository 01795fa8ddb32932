package org.cacharness.simulator.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A pcscd of our own with two virtual readers, apart from the machine's: own mount, network and process namespaces, so that it
 * has its own socket, sees no real reader, and its driver can be reached by nobody else.
 *
 * <p>Clients find it by the variable of {@link #clientEnvironment()} and need no namespace. Linux only; an ordinary user needs a
 * kernel that allows user namespaces. See docs/decisions/0005.
 */
public final class PrivatePcscd implements AutoCloseable {
    static final String ADVICE = "run scripts/install-virtual-reader";

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    private static final long END_SECONDS = 5;
    /** vpcd's own default; in a network namespace of its own it is free. The second slot's port is the next. */
    private static final int FIRST_PORT = 35963;

    private final WorkFolder folder;
    private final Process process;
    private final List<VirtualReader> readers;
    private final Thread hook = new Thread(this::end, "private-pcscd-end");

    private PrivatePcscd(WorkFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
        readers = new Namespace(process.pid(), folder).readers(FIRST_PORT);
    }

    /** Why none can be started on this machine, and what to do about it; empty if nothing is known to be missing. */
    public static Optional<String> obstacle() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("the virtual reader runs on Linux only");
        }
        List<String> missing = ReaderComponents.missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + ": " + ADVICE);
    }

    /**
     * Starts one, and waits until clients can connect.
     *
     * @throws VirtualReaderException if this machine has not what it takes, or does not allow it
     */
    public static PrivatePcscd start() {
        obstacle().ifPresent(reason -> {
            throw new VirtualReaderException("Virtual reader: " + reason);
        });
        WorkFolder folder = WorkFolder.create(FIRST_PORT);
        try {
            PrivatePcscd pcscd = new PrivatePcscd(folder, launch(folder));
            Runtime.getRuntime().addShutdownHook(pcscd.hook);
            pcscd.awaitSocket();
            return pcscd;
        } catch (IOException e) {
            folder.delete();
            throw new VirtualReaderException("Virtual reader: pcscd could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * The readers of one that another process started, so that this process puts cards into them.
     *
     * @param folder its {@link #folder()}
     */
    public static List<VirtualReader> readersOf(Path folder) {
        WorkFolder files = WorkFolder.existing(folder);
        return new Namespace(files.pcscd(), files).readers(FIRST_PORT);
    }

    /** The two readers. */
    public List<VirtualReader> readers() {
        return readers;
    }

    /** What a client needs in its environment, so that it talks to this pcscd and not to the machine's. */
    public Map<String, String> clientEnvironment() {
        return Map.of("PCSCLITE_CSOCK_NAME", folder.socket().toString());
    }

    /** The folder with the socket, only its owner's. */
    public Path folder() {
        return folder.path();
    }

    /** Pulls the cards, ends the processes, and deletes the folder. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already, and does the same
        }
        end();
    }

    private void end() {
        readers.forEach(VirtualReader::pull);
        closeInput();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.delete();
    }

    /** The namespace's first process reads it to the end and then ends everything. */
    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private static Process launch(WorkFolder folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(ReaderComponents.program("unshare")));
        if (!Namespace.isRoot()) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "--net", "--pid", "--fork", "--kill-child", "--", "/bin/sh"));
        command.addAll(
                List.of(folder.script().toString(), folder.path().toString(), ReaderComponents.program("pcscd")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile());
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, administrators) -> path + ":" + administrators);
        Process process = builder.start();
        folder.note(process.pid());
        return process;
    }

    private void awaitSocket() throws IOException {
        if (!folder.awaitSocket(START_LIMIT, process::isAlive)) {
            String log = folder.logTail();
            close();
            throw new VirtualReaderException("Virtual reader: expected a running pcscd within "
                    + START_LIMIT.toSeconds() + " s, got none: " + log
                    + ": if namespaces are not permitted, allow user namespaces or run as root");
        }
    }
}

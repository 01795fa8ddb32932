package org.cacharness.simulator.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The files of one private pcscd, in a temporary folder that only its owner can enter. */
final class WorkFolder {
    static final String READER_NAME = "CAC Harness Virtual Reader";
    private static final String NAMESPACE = "namespace ";
    private static final int LONGEST_SOCKET_PATH = 107;
    private static final long RETRY_MILLIS = 10;

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    static WorkFolder create(int firstPort) {
        try {
            WorkFolder folder = new WorkFolder(Files.createTempDirectory("cacharness-reader-"));
            folder.fill(firstPort);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Virtual reader: its folder cannot be written: " + e.getMessage(), e);
        }
    }

    static WorkFolder existing(Path path) {
        return new WorkFolder(path);
    }

    private void fill(int firstPort) throws IOException {
        if (socket().toString().length() > LONGEST_SOCKET_PATH) {
            throw new IOException("expected a socket path of at most " + LONGEST_SOCKET_PATH + " characters, got "
                    + socket() + ": set java.io.tmpdir to a shorter folder");
        }
        Files.createDirectories(path.resolve("conf"));
        Files.createDirectories(path.resolve("run"));
        // A copy: the folder of the drivers is hidden from this pcscd, for the real readers' sake
        Path driver = path.resolve("libifdvpcd.so");
        Files.copy(ReaderComponents.driver().orElseThrow(), driver);
        String port = "0x" + Integer.toHexString(firstPort);
        Files.writeString(
                path.resolve("conf/reader"),
                "FRIENDLYNAME \"" + READER_NAME + "\"\nDEVICENAME /dev/null:" + port + "\nLIBPATH " + driver
                        + "\nCHANNELID " + port + "\n");
        copyResource("namespace.sh", script());
        copyResource("relay.pl", relay());
    }

    Path path() {
        return path;
    }

    Path socket() {
        return path.resolve("run/pcscd.comm");
    }

    Path script() {
        return path.resolve("namespace.sh");
    }

    Path relay() {
        return path.resolve("relay.pl");
    }

    Path log() {
        return path.resolve("pcscd.log");
    }

    /** Writes down whose folder it is, for whoever finds it after a crash. */
    void note(long pcscd) throws IOException {
        Files.writeString(
                path.resolve("processes"),
                "harness " + ProcessHandle.current().pid() + "\n" + NAMESPACE + pcscd + "\n");
    }

    /** The first process of the namespaces, as it was noted. */
    long pcscd() {
        try (Stream<String> lines = Files.lines(path.resolve("processes"))) {
            return lines.filter(line -> line.startsWith(NAMESPACE))
                    .mapToLong(line -> Long.parseLong(line.substring(NAMESPACE.length())))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | NoSuchElementException | NumberFormatException e) {
            throw new VirtualReaderException(
                    "Virtual reader: expected a running pcscd noted in " + path + ", found none: start it again", e);
        }
    }

    /** Waits until the socket takes connections, or the process has ended. */
    boolean awaitSocket(Duration limit, BooleanSupplier alive) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            path.resolve("run").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!accepts()) {
                if (!alive.getAsBoolean() || System.nanoTime() > deadline) {
                    return false;
                }
                // The socket's file is there a moment before the socket listens, so not the event alone counts
                watch.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean accepts() {
        if (!Files.exists(socket())) {
            return false;
        }
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            return client.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The last lines that pcscd and its helpers wrote; no command is in them. */
    String logTail() throws IOException {
        List<String> lines =
                Files.exists(log()) ? Files.readAllLines(log(), StandardCharsets.ISO_8859_1) : List.<String>of();
        return lines.isEmpty()
                ? "it wrote nothing"
                : String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // What is left has the harness's prefix, and doctor names it
        }
    }

    private static void copyResource(String name, Path to) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(WorkFolder.class.getResourceAsStream(name), () -> "resource " + name)) {
            Files.copy(in, to);
        }
    }
}

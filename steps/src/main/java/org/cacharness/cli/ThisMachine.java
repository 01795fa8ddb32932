package org.cacharness.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.report.ReportFolder;

/** The machine that this process runs on. It is looked at and not changed. */
final class ThisMachine implements Machine {
    private static final long PATIENCE_SECONDS = 5;
    private static final String MAIN = "org.cacharness.cli.Main";
    private static final List<String> OUR_PREFIXES = List.of(ReportFolder.UNFINISHED, "cacharness-");

    private final Path home;

    ThisMachine(Path home) {
        this.home = home;
    }

    @Override
    public String system() {
        return System.getProperty("os.name", "unknown");
    }

    @Override
    public int javaFeature() {
        return Runtime.version().feature();
    }

    @Override
    public String javaDescription() {
        return System.getProperty("java.vendor") + " " + Runtime.version() + " at " + System.getProperty("java.home");
    }

    @Override
    public boolean hasCompiler() {
        return javax.tools.ToolProvider.getSystemJavaCompiler() != null;
    }

    @Override
    public Optional<Path> program(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public Optional<String> firstLine(Path program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        Path output = null;
        try {
            // To a file, not a pipe: a program that never ends would otherwise block the reader.
            output = Files.createTempFile("cacharness-doctor", ".txt");
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return process.exitValue() != 0
                    ? Optional.empty()
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            delete(output);
        }
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public Readers readers() {
        try {
            List<String> names = new ArrayList<>();
            for (CardTerminal terminal :
                    TerminalFactory.getInstance("PC/SC", null).terminals().list()) {
                names.add(terminal.getName() + (terminal.isCardPresent() ? " (card present)" : " (no card)"));
            }
            return new Readers(names, "");
        } catch (CardException | java.security.NoSuchAlgorithmException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            return new Readers(List.of(), String.valueOf(reason.getMessage()));
        }
    }

    @Override
    public List<String> leftovers() {
        List<String> found = new ArrayList<>();
        Stream.of(
                        Path.of(System.getProperty("java.io.tmpdir", "")),
                        BrowserEnvironment.folderOfHomes(),
                        home.resolve("target"))
                .distinct()
                .forEach(folder -> OUR_PREFIXES.forEach(prefix -> addFolders(folder, prefix, found)));
        long self = ProcessHandle.current().pid();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> process.info().commandLine().orElse("").contains(MAIN))
                .forEach(process -> found.add(String.format(
                        Locale.ROOT,
                        "process %d, since %s",
                        process.pid(),
                        process.info().startInstant().orElse(null))));
        return found;
    }

    @Override
    public boolean canListen() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void addFolders(Path folder, String prefix, List<String> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, prefix + "*")) {
            entries.forEach(entry -> found.add("folder " + entry));
        } catch (IOException e) {
            found.add("unknown: " + folder + " cannot be listed (" + e.getMessage() + ")");
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}

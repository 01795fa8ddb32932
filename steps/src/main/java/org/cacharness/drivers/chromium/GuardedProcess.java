package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.drivers.Patience;

/**
 * A program with all that it starts, in a session of their own, which ends when this process does, whatever ends it.
 *
 * <p>A shell in between reads a pipe from this process. At its end, which the kernel brings about also after a crash, it ends the
 * whole process group; and where nobody has said before that it is in order, it deletes the computer's folder, which nobody else will.
 * Ctrl-C in the terminal does not reach the group, so that this process can end it in order.
 */
public final class GuardedProcess implements AutoCloseable {
    private static final String GUARD = """
            folder=$1
            shift
            setsid "$@" </dev/null &
            program=$!
            order=$(cat)
            kill -TERM "-$program" || kill -TERM "$program"
            (sleep 3; kill -KILL "-$program") &
            wait "$program"
            kill -KILL "-$program"
            [ -n "$order" ] || rm -rf -- "$folder"
            kill -KILL 0
            """;
    private static final byte[] IN_ORDER = {'x'};
    private static final long END_SECONDS = 5;
    private static final int LAST_LINES = 12;

    private final String name;
    private final Process guard;
    private final Path output;
    private final Path errors;

    private GuardedProcess(String name, Process guard, Path output, Path errors) {
        this.name = name;
        this.guard = guard;
        this.output = output;
        this.errors = errors;
    }

    /**
     * Starts a program.
     *
     * @param folder for what it prints; it is deleted after a crash of this process
     * @param name of it, in errors and in the folder
     * @param environment all that it gets
     */
    public static GuardedProcess start(
            ChromiumPrograms programs,
            Path folder,
            String name,
            Map<String, String> environment,
            List<String> command) {
        List<String> words =
                new ArrayList<>(List.of(programs.path("setsid"), "/bin/sh", "-c", GUARD, name, folder.toString()));
        words.addAll(command);
        Path output = folder.resolve(name + ".out");
        Path errors = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new GuardedProcess(name, builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": could not be started: " + e.getMessage(), e);
        }
    }

    /** Waits until the program has printed a line in which the pattern is found, and gives its group. */
    public String awaitLine(Pattern pattern, Duration limit) {
        new Patience(limit).until(() -> !guard.isAlive() || found(pattern).isPresent());
        return found(pattern)
                .orElseThrow(() -> new IllegalStateException(name + ": expected it to start within " + limit.toSeconds()
                        + " s, it did not; it printed: " + printed().strip()));
    }

    /** The last lines of what it said about errors; a program that ended by itself may say why. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** The processes that the program consists of. */
    public Stream<ProcessHandle> processes() {
        return guard.descendants();
    }

    /** Whether it was not ended yet. */
    boolean isRunning() {
        return guard.isAlive();
    }

    /** Ends the program with all that it started, and returns when nothing of it runs. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes().toList();
        try {
            try (OutputStream order = guard.getOutputStream()) {
                order.write(IN_ORDER);
            }
            if (!guard.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            guard.destroyForcibly();
        } catch (InterruptedException e) {
            guard.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        new Patience(Duration.ofSeconds(END_SECONDS)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(printed());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }
}

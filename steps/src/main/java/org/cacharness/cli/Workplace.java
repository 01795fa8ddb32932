package org.cacharness.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Where the command was called.
 *
 * @param home the project's folder, where {@code features/} lies
 * @param workingDirectory what the user's paths are relative to
 * @param launcher how the command is called here, for example {@code ./cac}
 * @param version of the harness
 * @param coloured the terminal if colours are wanted
 * @param err where errors go
 * @param state the user's folder for what outlives a run, as the key that signs evidence
 */
record Workplace(
        Path home,
        Path workingDirectory,
        String launcher,
        String version,
        Terminal coloured,
        PrintWriter err,
        Path state) {
    /** A workplace that keeps what outlives a run below its home. */
    Workplace(Path home, Path workingDirectory, String launcher, String version, Terminal coloured, PrintWriter err) {
        this(
                home,
                workingDirectory,
                launcher,
                version,
                coloured,
                err,
                home.resolve("target").resolve("state"));
    }

    /** The workplace of this process; the launcher says what the process cannot know. */
    static Workplace detect(Properties properties, Map<String, String> environment) {
        Path here = Path.of("").toAbsolutePath().normalize();
        String home = properties.getProperty("cac.home", here.toString());
        return new Workplace(
                Path.of(home).toAbsolutePath().normalize(),
                here,
                properties.getProperty("cac.command", "./cac"),
                Main.VERSION,
                Terminal.detect(System.out, properties, environment, true),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
                state(properties, environment));
    }

    /** XDG Base Directory Specification 0.8, XDG_STATE_HOME; on Windows the local application data. */
    private static Path state(Properties properties, Map<String, String> environment) {
        String windows = environment.getOrDefault("LOCALAPPDATA", "");
        String given = environment.getOrDefault("XDG_STATE_HOME", windows);
        Path folder =
                given.isEmpty() ? Path.of(properties.getProperty("user.home", "."), ".local", "state") : Path.of(given);
        return folder.resolve("cacharness").toAbsolutePath();
    }

    Terminal terminal(boolean colour) {
        return colour ? coloured : coloured.plain();
    }

    /** A path that the user gave. */
    Path resolve(Path given) {
        return workingDirectory.resolve(given).normalize();
    }

    /**
     * The same of something that has to be there.
     *
     * @param option that it was given with, for the message
     */
    Path existing(String option, Path given) throws BadInputException {
        Path path = resolve(given);
        if (!Files.isReadable(path)) {
            throw new BadInputException(
                    option + ": expected something that can be read, got " + given + ": check the path");
        }
        return path;
    }

    /** The same where it may be left away. */
    @Nullable
    Path existingIfGiven(String option, @Nullable Path given) throws BadInputException {
        return given == null ? null : existing(option, given);
    }
}

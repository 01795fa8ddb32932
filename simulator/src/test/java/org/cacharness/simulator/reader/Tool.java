package org.cacharness.simulator.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that others wrote, run with a deadline, in a home of their own. */
final class Tool {
    /** The PIN goes through the environment of a child: a list of arguments can be read by everybody on the machine. */
    static final String PIN_VARIABLE = "CARD_PIN";

    private static final long LIMIT_SECONDS = 60;
    private static final List<String> PROGRAMS =
            List.of("opensc-tool", "pkcs11-tool", "pkcs15-tool", "ssh-keygen", "openssl", "modutil", "certutil");
    private static final List<String> LIBRARIES = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu");

    private final Path folder;
    private final Map<String, String> environment;

    Tool(Path folder, Map<String, String> readerEnvironment, String pin) {
        this.folder = folder;
        environment = new HashMap<>(readerEnvironment);
        environment.put("HOME", folder.toString());
        environment.put(PIN_VARIABLE, pin);
    }

    /**
     * What came of a run.
     *
     * @param exit code
     * @param output standard output and error together
     * @param took from start to end
     */
    record Run(int exit, String output, Duration took) {}

    /** What is not installed. */
    static Optional<String> obstacle() {
        List<String> missing = Stream.concat(
                        PROGRAMS.stream().filter(name -> !Files.isExecutable(Path.of("/usr/bin", name))),
                        Stream.of("opensc-pkcs11.so", "engines-3/pkcs11.so")
                                .filter(name -> find(name).isEmpty()))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + ": " + PrivatePcscd.ADVICE);
    }

    static Path library(String name) {
        return find(name).orElseThrow();
    }

    private static Optional<Path> find(String name) {
        return LIBRARIES.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isReadable)
                .findFirst();
    }

    Run run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    Run run(Map<String, String> more, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        long begun = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(command[0] + ": expected an end within " + LIMIT_SECONDS + " s, got: "
                    + Files.readString(output, StandardCharsets.ISO_8859_1));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1), took);
    }
}

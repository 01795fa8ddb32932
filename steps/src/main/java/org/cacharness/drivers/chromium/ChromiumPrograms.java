package org.cacharness.drivers.chromium;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The programs of this machine that take part where scenarios run in Chromium. */
public final class ChromiumPrograms {
    private static final List<List<String>> NEEDED = List.of(
            List.of("chromium", "chromium-browser", "google-chrome"),
            List.of("chromedriver"),
            List.of("Xvfb"),
            List.of("certutil"),
            List.of("modutil"),
            List.of("setsid"),
            List.of("prlimit"),
            List.of("setpriv"));

    private static final List<String> FOR_DIALOGS = List.of("Xvfb", "modutil", "prlimit", "setpriv");

    private final Map<String, Path> found;

    private ChromiumPrograms(Map<String, Path> found) {
        this.found = Map.copyOf(found);
    }

    /** Looks for them on the path. */
    public static ChromiumPrograms onPath() {
        List<Path> folders = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/bin", "/usr/lib/chromium"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        Map<String, Path> found = new TreeMap<>();
        for (List<String> names : NEEDED) {
            names.stream()
                    .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .ifPresent(path -> found.put(names.get(0), path));
        }
        return new ChromiumPrograms(found);
    }

    /** What is missing, and what to do about it; empty if everything is there. */
    public Optional<String> obstacle() {
        return obstacle(List.of());
    }

    /** What is missing for a browser that no card and no native dialog comes near; empty if everything is there. */
    public Optional<String> obstacleWithoutDialogs() {
        return obstacle(FOR_DIALOGS);
    }

    private Optional<String> obstacle(List<String> dispensable) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("Chromium with a card runs on Linux only");
        }
        List<String> missing = new ArrayList<>();
        NEEDED.stream()
                .map(names -> names.get(0))
                .filter(name -> !dispensable.contains(name))
                .filter(name -> !found.containsKey(name))
                .forEach(missing::add);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + ": run scripts/install-virtual-reader");
    }

    /** What the browser says of itself, for example {@code Chromium 140.0.7339.80}; an empty text if it says nothing. */
    public String version() {
        try {
            Process asked = new ProcessBuilder(path("chromium"), "--version", "--no-sandbox")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader answer = asked.inputReader()) {
                return String.valueOf(answer.readLine()).strip();
            } finally {
                asked.destroy();
            }
        } catch (IOException unanswered) {
            return "";
        }
    }

    /** Where a program is. */
    public String path(String name) {
        return Optional.ofNullable(found.get(name))
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium: expected " + name + ", it is not installed: run scripts/install-virtual-reader"));
    }
}

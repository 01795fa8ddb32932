package org.cacharness.cli;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.report.Procedure;

/**
 * The feature files that a run was given, read and parsed.
 *
 * @param files each with the lines that were asked for; no lines means all
 * @param procedure the documented procedure that lies beside them
 * @param whole whether the folder of the procedure was given, so that every documented step must have a scenario
 */
record FeatureSet(List<File> files, Procedure procedure, boolean whole) {
    private static final String PROCEDURE = "procedure.md";
    private static final Pattern WITH_LINE = Pattern.compile("(.+\\.feature):(\\d+)");
    private static final Pattern PARSE_ERROR = Pattern.compile("\\((\\d+):\\d+\\): (.*)");

    /**
     * A feature file.
     *
     * @param path as a person writes it
     * @param lines asked for
     * @param feature what stands in it
     */
    record File(String path, Set<Integer> lines, Feature feature) {
        String title() {
            return feature.getName().orElse(path);
        }

        boolean asksFor(Pickle pickle) {
            return lines.isEmpty()
                    || lines.contains(pickle.getLocation().getLine())
                    || lines.contains(pickle.getScenarioLocation().getLine());
        }
    }

    /**
     * Reads the files.
     *
     * @param given feature files or folders, relative to the working directory
     * @param workingDirectory where the user is
     */
    static FeatureSet load(List<String> given, Path workingDirectory) throws BadInputException {
        Map<Path, Set<Integer>> wanted = new LinkedHashMap<>();
        Optional<Path> procedure = Optional.empty();
        boolean whole = false;
        for (String one : given) {
            Matcher withLine = WITH_LINE.matcher(one);
            Path path = workingDirectory
                    .resolve(withLine.matches() ? withLine.group(1) : one)
                    .normalize();
            Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
            if (procedure.isEmpty() && Files.isRegularFile(folder.resolve(PROCEDURE))) {
                procedure = Optional.of(folder.resolve(PROCEDURE));
            }
            whole |= Files.isRegularFile(path.resolve(PROCEDURE));
            for (Path file : find(path, one)) {
                Set<Integer> lines = wanted.computeIfAbsent(file, key -> new TreeSet<>());
                if (withLine.matches()) {
                    lines.add(Integer.valueOf(withLine.group(2)));
                }
            }
        }
        List<File> files = new ArrayList<>();
        for (Map.Entry<Path, Set<Integer>> entry : wanted.entrySet()) {
            String shown = shown(entry.getKey(), workingDirectory);
            parse(entry.getKey(), shown).ifPresent(feature -> files.add(new File(shown, entry.getValue(), feature)));
        }
        return new FeatureSet(
                List.copyOf(files), procedure.isPresent() ? read(procedure.get()) : Procedure.none(), whole);
    }

    /** All tags of all scenarios. */
    Set<String> tags() {
        return files.stream()
                .flatMap(file -> file.feature().getPickles().stream())
                .flatMap(pickle -> pickle.getTags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> find(Path path, String given) throws BadInputException {
        if (Files.notExists(path)) {
            throw new BadInputException("Features: expected a feature file or folder, got " + given
                    + ", which does not exist: check the path");
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> found = tree.filter(file -> file.toString().endsWith(".feature"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadInputException(
                        "Features: expected .feature files, got " + given + " without any: give another path");
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BadInputException("Features: expected to read " + given + ", got " + e + ": check the rights", e);
        }
    }

    private static Optional<Feature> parse(Path file, String shown) throws BadInputException {
        try {
            return new FeatureParser(UUID::randomUUID)
                    .parseResource(new FileResource(new URI("file", shown, null), file));
        } catch (FeatureParserException e) {
            String message = String.valueOf(e.getMessage());
            Matcher error = PARSE_ERROR.matcher(message);
            throw new BadInputException(
                    error.find()
                            ? shown + ":" + error.group(1) + ": not Gherkin: " + error.group(2)
                            : shown + ": not Gherkin: " + message.replaceAll("\\s+", " "),
                    e);
        } catch (URISyntaxException | RuntimeException e) {
            throw new BadInputException("Features: expected to read " + shown + ", got " + e.getMessage(), e);
        }
    }

    private static Procedure read(Path procedure) throws BadInputException {
        try {
            return Procedure.read(procedure);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException("Procedure: expected to read " + procedure + ", got " + e.getMessage(), e);
        }
    }

    private static String shown(Path file, Path workingDirectory) {
        Path shown = file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    private record FileResource(URI uri, Path file) implements Resource {
        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}

package org.cacharness.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.description.DescriptionException;
import org.cacharness.description.PortalDescription;

/** A recording that was read and is whole: every stub is there, and every body that a stub names. */
public final class Recording {
    private static final String AGAIN = ": record again with './cac record'";

    private final Path folder;
    private final Contents contents;
    private final PortalDescription description;
    private final Map<String, Contents.Scenario> byTitle;

    private Recording(Path folder, Contents contents, PortalDescription description) {
        this.folder = folder;
        this.contents = contents;
        this.description = description;
        this.byTitle = contents.scenarios().stream()
                .collect(Collectors.toMap(Contents.Scenario::title, Function.identity(), (first, second) -> first));
    }

    /**
     * A server of the portal as it was in one scenario.
     *
     * @param folder a WireMock root
     * @param asksForCertificate whether TLS asks for a client certificate
     * @param namesAuthorities whether it names the issuers of those that will do
     * @param protocol that TLS agreed on; empty if nobody connected
     * @param suite that TLS agreed on; empty if nobody connected
     */
    public record Server(
            Path folder, boolean asksForCertificate, boolean namesAuthorities, String protocol, String suite) {}

    /**
     * Reads a recording.
     *
     * @param folder as {@code cac record} wrote it
     * @param name as the user gave it
     * @throws RecordingException if it is none, of another format, or not whole
     */
    public static Recording read(Path folder, String name) throws RecordingException {
        Path file = folder.resolve(Contents.NAME);
        if (!Files.isRegularFile(file)) {
            throw new RecordingException("Recording: expected a folder that './cac record' wrote, got " + name
                    + " without " + Contents.NAME + ": give another one, or record");
        }
        try {
            Contents contents = contents(file, name);
            Recording recording =
                    new Recording(folder, contents, PortalDescription.read(folder.resolve(Contents.DESCRIPTION)));
            for (Contents.Scenario scenario : contents.scenarios()) {
                recording.requireWhole(scenario);
            }
            return recording;
        } catch (DescriptionException | IOException e) {
            throw new RecordingException(
                    "Recording: expected " + name + " to be whole, got " + e.getMessage() + AGAIN, e);
        }
    }

    private static Contents contents(Path file, String name) throws IOException, RecordingException {
        try {
            JsonNode json = Contents.JSON.readTree(file.toFile());
            if (!json.path("kind").asText().equals(Contents.KIND)) {
                throw new RecordingException("Recording: expected a recording of a portal, got " + name + ", whose "
                        + Contents.NAME + " is something else: give another folder");
            }
            if (json.path("format").asInt() != Contents.FORMAT) {
                throw new RecordingException("Recording: expected format " + Contents.FORMAT + ", got format "
                        + json.path("format").asText() + " in " + name + AGAIN + " of this version");
            }
            return Contents.JSON.treeToValue(json, Contents.class);
        } catch (JsonProcessingException e) {
            throw new IOException(Contents.NAME + ", which is truncated or altered", e);
        }
    }

    private void requireWhole(Contents.Scenario scenario) throws IOException {
        for (Contents.Server server : scenario.servers()) {
            Path root = folder.resolve(scenario.folder()).resolve(server.folder());
            List<Path> stubs = filesIn(root.resolve("mappings"));
            if (stubs.size() != server.stubs()) {
                throw new IOException(stubs.size() + " of " + server.stubs() + " stubs in " + folder.relativize(root));
            }
            for (Path stub : stubs) {
                requireBody(root, stub);
            }
        }
    }

    private void requireBody(Path root, Path stub) throws IOException {
        try {
            JsonNode answer = Contents.JSON.readTree(stub.toFile()).path("response");
            String body = answer.path("bodyFileName").asText();
            if (answer.isMissingNode()
                    || !(body.isEmpty()
                            || Files.isRegularFile(root.resolve("__files").resolve(body)))) {
                throw new IOException(folder.relativize(stub) + " without its answer");
            }
        } catch (JsonProcessingException e) {
            throw new IOException(folder.relativize(stub) + ", which is truncated or altered", e);
        }
    }

    /** None where the folder is missing: an empty one does not come along with a version control system. */
    private static List<Path> filesIn(Path mappings) throws IOException {
        if (!Files.isDirectory(mappings)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mappings)) {
            return files.sorted().toList();
        }
    }

    /** Why a scenario cannot be replayed; empty if it can. */
    public Optional<String> obstacle(String title) {
        Contents.Scenario scenario = byTitle.get(Contents.keyOf(title));
        return scenario == null ? Optional.of("it was not recorded") : Optional.ofNullable(scenario.obstacle());
    }

    /** The portal's servers in a scenario that can be replayed, the one that a member asks first as the first. */
    public List<Server> servers(String title) {
        Contents.Scenario scenario = byTitle.get(Contents.keyOf(title));
        if (scenario == null || scenario.servers().isEmpty()) {
            throw new IllegalStateException("Replay: expected a scenario that was recorded, got \"" + title + "\"");
        }
        return scenario.servers().stream()
                .map(server -> new Server(
                        folder.resolve(scenario.folder()).resolve(server.folder()),
                        server.asksForCertificate(),
                        server.namesAuthorities(),
                        server.protocol(),
                        server.suite()))
                .toList();
    }

    /** What the portal calls the procedure's terms. */
    public PortalDescription description() {
        return description;
    }

    /** What a member types after the server's name. */
    public String path() {
        return contents.path();
    }

    /** What it is of, and since when, for the report. */
    public String words() {
        return contents.portal() + ", recorded " + contents.recorded() + " by version " + contents.version();
    }
}

package org.cacharness.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/** Which program ran: the hash of the archive, or of the folder, that classes were loaded from. */
public final class CodeHash {
    private CodeHash() {}

    /**
     * Name and SHA-256 of where a class comes from, for example {@code steps-0.1.0.jar sha256:…}.
     *
     * <p>Of a folder it is the hash of all files' names and contents, in the order of their names.
     */
    public static String of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "not known: its place is hidden";
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            return place.getFileName() + " sha256:" + of(place);
        } catch (IOException | URISyntaxException e) {
            return "not known: " + e.getMessage();
        }
    }

    /** SHA-256 of a file, or of a folder's names and contents. */
    public static String of(Path place) throws IOException {
        MessageDigest digest = Sha256.begin();
        if (Files.isRegularFile(place)) {
            return Sha256.hex(digest.digest(Files.readAllBytes(place)));
        }
        for (Path file : files(place)) {
            byte[] content = Files.readAllBytes(file);
            digest.update(
                    (ReportFiles.name(place, file) + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return Sha256.hex(digest.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

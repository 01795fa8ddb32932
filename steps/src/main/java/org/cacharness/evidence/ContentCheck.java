package org.cacharness.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import org.cacharness.report.Sha256;

/** Compares the contents of a pack's files with their hashes in the manifest, several files at the same time. */
final class ContentCheck {
    private ContentCheck() {}

    /**
     * Looks at all files.
     *
     * @param pack the pack's bytes
     * @param files in the order in which they must stand
     * @return what is wrong with a file, by its path; nothing of those that are as they should be
     */
    static Map<String, String> problems(PackBytes pack, List<PackManifest.File> files) throws IOException {
        Map<String, String> problems = new ConcurrentHashMap<>();
        try {
            placed(pack, files).parallelStream()
                    .forEach(file -> problem(file)
                            .ifPresent(problem -> problems.put(file.file().path(), problem)));
            return problems;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<PackedFile> placed(PackBytes pack, List<PackManifest.File> files) {
        List<PackedFile> placed = new ArrayList<>();
        long offset = 0;
        for (PackManifest.File file : files) {
            ZipMember member = file.member();
            placed.add(PackedFile.at(pack, offset, file));
            offset += member.length();
        }
        return placed;
    }

    private static Optional<String> problem(PackedFile packed) {
        PackManifest.File file = packed.file();
        try {
            byte[] bytes = packed.packed();
            if (!Sha256.of(bytes).equals(file.packedSha256())) {
                return Optional.of("bytes " + packed.offset() + " to " + (packed.offset() + file.packedSize() - 1)
                        + " of the pack are not those of the manifest");
            }
            return PackedFile.sha256OfInflated(bytes, file.size()).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of("its SHA-256 is not the one of the manifest");
        } catch (EOFException | DataFormatException outside) {
            return Optional.of(String.valueOf(outside.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

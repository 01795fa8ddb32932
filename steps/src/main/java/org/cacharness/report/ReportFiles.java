package org.cacharness.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder by their names within it. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * All files, also those in folders below.
     *
     * @return path by name; names have slashes on every system, and sort by their characters
     */
    public static SortedMap<String, Path> in(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile).forEach(file -> files.put(name(folder, file), file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(java.io.File.separatorChar, '/');
    }
}

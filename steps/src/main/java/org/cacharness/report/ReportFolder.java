package org.cacharness.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report that is being written beside the place where it will stand.
 *
 * <p>It is swapped in when whole; until then an earlier report stays as it was. Closing it unpublished removes it.
 */
public final class ReportFolder implements AutoCloseable {
    /** How the names of unfinished reports begin; {@code cac doctor} looks for them. */
    public static final String UNFINISHED = ".cac-report-";
    /** The file that tells a report of ours from a folder of someone's. */
    public static final String MARK = "run.json";

    private final Path target;
    private final Path unfinished;
    private boolean done;

    private ReportFolder(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    /**
     * Begins a report.
     *
     * @param target where it will stand; need not exist, else it must be empty or an earlier report
     * @throws IOException if nothing can be written there, or if something else stands there; the message is one line
     */
    public static ReportFolder open(Path target) throws IOException {
        return open(target, MARK, "--report");
    }

    /**
     * Begins a report of another kind.
     *
     * @param target where it will stand; need not exist, else it must be empty or an earlier one of the kind
     * @param mark the file that tells one of the kind
     * @param option by which the user names the place
     * @throws IOException if nothing can be written there, or if something else stands there; the message is one line
     */
    public static ReportFolder open(Path target, String mark, String option) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !isReplaceable(absolute, mark)) {
            throw new IOException("Report folder: expected an empty folder or an earlier report, got " + target
                    + " with other files: give another folder by " + option);
        }
        try {
            Path parent = Files.createDirectories(absolute.resolveSibling(""));
            return new ReportFolder(absolute, Files.createTempDirectory(parent, UNFINISHED));
        } catch (IOException e) {
            throw new IOException(
                    "Report folder: expected a folder that can be written, got " + target + " (" + e
                            + "): give another one by " + option,
                    e);
        }
    }

    /** Where to write until it is whole. */
    public Path path() {
        return unfinished;
    }

    /** Where it will stand. */
    public Path target() {
        return target;
    }

    /** Puts the whole report in the place of an earlier one. */
    public synchronized void publish() throws IOException {
        if (done) {
            throw new IOException("Publish the report: the run was interrupted, an earlier report is kept");
        }
        Path earlier = Files.createTempDirectory(target.getParent(), UNFINISHED);
        Path aside = earlier.resolve("earlier");
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, aside);
        }
        try {
            Files.move(unfinished, target);
            letOthersRead(target);
            done = true;
        } catch (IOException e) {
            if (replaced) {
                Files.move(aside, target);
            }
            throw e;
        } finally {
            delete(earlier);
        }
    }

    @Override
    public synchronized void close() {
        if (!done) {
            done = true;
            delete(unfinished);
        }
    }

    private static boolean isReplaceable(Path folder, String mark) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return Files.exists(folder.resolve(mark)) || content.findAny().isEmpty();
        }
    }

    /** A temporary folder is its owner's alone; a report is for whoever collects it. */
    private static void letOthersRead(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A scenario may still be writing when the run is interrupted; so what appears meanwhile is removed as well. */
    private static void delete(Path folder) {
        boolean gone = false;
        for (int round = 0; round < 10 && !gone; round++) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) sortedDeepestFirst(tree)::iterator) {
                    Files.deleteIfExists(path);
                }
                gone = Files.notExists(folder);
            } catch (IOException | UncheckedIOException changedMeanwhile) {
                gone = Files.notExists(folder);
            }
        }
    }

    private static Stream<Path> sortedDeepestFirst(Stream<Path> tree) {
        List<Path> all = tree.sorted(Comparator.reverseOrder()).toList();
        return all.stream();
    }
}

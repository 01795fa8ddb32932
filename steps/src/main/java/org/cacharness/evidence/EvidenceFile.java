package org.cacharness.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.cacharness.report.ReportFolder;

/**
 * Writes an evidence pack beside its place, and puts it there when it is whole.
 *
 * <p>A pack that stands there is not overwritten, for it may be the only one of its run: unless the new one is the same.
 */
public final class EvidenceFile implements AutoCloseable {
    private final Path target;
    private final Path unfinished;

    private EvidenceFile(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    /**
     * Packs and signs.
     *
     * @param reports of runs of one procedure, one or more
     * @param knownCardPaths the card paths there are: one without a run is a gap
     * @param signer who signs; stays the caller's to close
     * @param target where the pack will stand
     * @throws EvidenceException if the reports do not belong together, or nothing can be written there, or nobody signs
     */
    public static EvidenceFile pack(
            List<RunReport> reports, List<String> knownCardPaths, EvidenceSigner signer, Path target)
            throws EvidenceException {
        requireOneProcedure(reports);
        EvidenceFile file = begin(target);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.unfinished))) {
            PackWriter writer = new PackWriter(out);
            for (Map.Entry<String, PackContents.Content> content :
                    PackContents.of(reports, knownCardPaths).files().entrySet()) {
                writer.add(content.getKey(), content.getValue().read());
            }
            writer.finish(signer);
            return file;
        } catch (IOException e) {
            file.close();
            throw new EvidenceException("Evidence: expected to write beside " + target + ", got " + e, e);
        } catch (EvidenceException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Where it is until it is published. */
    public Path path() {
        return unfinished;
    }

    /** Puts the pack in its place. */
    public void publish() throws EvidenceException {
        try {
            if (Files.exists(target)) {
                requireSame();
                return;
            }
            letOthersRead();
            Files.move(unfinished, target);
        } catch (IOException e) {
            throw new EvidenceException("Evidence: expected to write " + target + ", got " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException inUse) {
            unfinished.toFile().deleteOnExit();
        }
    }

    private void requireSame() throws IOException, EvidenceException {
        if (!Files.isRegularFile(target) || Files.mismatch(unfinished, target) >= 0) {
            throw new EvidenceException("Evidence: expected a new file, got " + target
                    + ", which is there and is another: give another name by --out");
        }
    }

    private static EvidenceFile begin(Path target) throws EvidenceException {
        try {
            Path folder =
                    Files.createDirectories(target.toAbsolutePath().normalize().resolveSibling(""));
            return new EvidenceFile(target, Files.createTempFile(folder, ReportFolder.UNFINISHED, ".zip"));
        } catch (IOException e) {
            throw new EvidenceException(
                    "Evidence: expected a place that can be written, got " + target + " (" + e
                            + "): give another one by --out",
                    e);
        }
    }

    private static void requireOneProcedure(List<RunReport> reports) throws EvidenceException {
        if (reports.stream().map(report -> report.run().procedure()).distinct().count() != 1) {
            throw new EvidenceException(
                    "Evidence: expected runs of one procedure, got reports of several:" + " pack them one by one");
        }
    }

    /** A temporary file is its owner's alone; a pack is for whoever assesses it, as the report is. */
    private void letOthersRead() throws IOException {
        if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}

package org.cacharness.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cacharness.report.Checksums;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.ReportFolder;

/**
 * A report as {@code cac run} has left it.
 *
 * @param folder where it stands
 * @param run what it says
 */
public record RunReport(Path folder, RecordedRun run) {
    /**
     * Reads a report, and makes sure that it is the one that the run has scanned for secrets.
     *
     * @throws EvidenceException if there is none, it is of another version, or a file of it was changed since
     */
    public static RunReport read(Path folder) throws EvidenceException {
        Path mark = folder.resolve(ReportFolder.MARK);
        if (!Files.isRegularFile(mark)) {
            throw new EvidenceException("Report: expected one of './cac run' at " + folder + ", got "
                    + (Files.exists(folder) ? "no " + ReportFolder.MARK + " in it" : "nothing")
                    + ": run first, or name the report's folder by --report");
        }
        try {
            RecordedRun run = RecordedRun.read(Files.readAllBytes(mark));
            List<String> changes = Checksums.differences(folder);
            if (!changes.isEmpty()) {
                throw new EvidenceException("Report: expected the files that the run has scanned for secrets, got "
                        + changes.size() + " other: " + changes.get(0) + ": run again");
            }
            return new RunReport(folder, run);
        } catch (IOException e) {
            throw new EvidenceException("Report " + folder + ": " + e.getMessage(), e);
        }
    }
}

package org.cacharness.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidencePack;
import org.cacharness.evidence.Inspection;
import org.cacharness.evidence.RunReport;
import org.cacharness.report.RecordedRun;

/** One of two runs: a report's folder, or an evidence pack, whose signature is checked before anything in it is believed. */
public final class ComparedRun implements AutoCloseable {
    private static final String REPORT = "report/";

    private final String name;
    private final RecordedRun run;
    private final ReportFile files;
    private final AutoCloseable source;

    ComparedRun(String name, RecordedRun run, ReportFile files, AutoCloseable source) {
        this.name = name;
        this.run = run;
        this.files = files;
        this.source = source;
    }

    /** A file of the report. */
    @FunctionalInterface
    interface ReportFile {
        Optional<byte[]> read(String path) throws IOException;
    }

    /**
     * Opens a run.
     *
     * @param place a folder or a pack
     * @param name as the user gave it
     * @throws EvidenceException if it is neither, or was altered
     */
    public static ComparedRun open(Path place, String name) throws EvidenceException {
        try {
            return Files.isRegularFile(place) ? ofPack(place, name) : ofFolder(place, name);
        } catch (IOException e) {
            throw new EvidenceException("Compare: expected to read " + name + ", got " + e.getMessage(), e);
        }
    }

    private static ComparedRun ofFolder(Path folder, String name) throws EvidenceException {
        RecordedRun run = RunReport.read(folder).run();
        Path root = folder.toAbsolutePath().normalize();
        return new ComparedRun(
                name,
                run,
                path -> {
                    Path file = root.resolve(path).normalize();
                    return file.startsWith(root) && Files.isRegularFile(file)
                            ? Optional.of(Files.readAllBytes(file))
                            : Optional.empty();
                },
                () -> {});
    }

    private static ComparedRun ofPack(Path file, String name) throws IOException, EvidenceException {
        EvidencePack pack = EvidencePack.open(file);
        try {
            requireIntact(pack.inspect(), name);
            byte[] json = pack.read(REPORT + "run.json")
                    .orElseThrow(() -> new EvidenceException("Compare: expected a run in " + name + ", got none"));
            return new ComparedRun(name, RecordedRun.read(json), path -> pack.read(REPORT + path), pack);
        } catch (IOException | EvidenceException | RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    private static void requireIntact(Inspection inspection, String name) throws EvidenceException {
        if (inspection instanceof Inspection.NoPack none) {
            throw new EvidenceException(
                    "Compare: expected a report's folder or an evidence pack, got " + name + ": " + none.reason());
        }
        if (inspection instanceof Inspection.Altered altered) {
            throw new EvidenceException("Compare: expected an evidence pack as it was signed, got " + name + ": "
                    + altered.problems().get(0) + ": './cac evidence verify' says more");
        }
    }

    /** As the user gave it. */
    public String name() {
        return name;
    }

    /** What it says. */
    public RecordedRun run() {
        return run;
    }

    /** The text of a file of the report; empty if it is not there. */
    String text(String path) throws IOException {
        return files.read(path)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}

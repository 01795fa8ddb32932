package org.cacharness.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.ReportFiles;
import org.cacharness.report.Templates;

/**
 * What goes into a pack: the reports' files as they are, and what is said of them.
 *
 * <p>All of it comes from the reports and nothing from this machine or moment, so that the same reports give the same pack.
 */
final class PackContents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, Content> files = new TreeMap<>();

    private PackContents() {}

    /** A file's bytes, read when they are needed. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    static PackContents of(List<RunReport> reports, List<String> knownCardPaths) throws IOException, EvidenceException {
        PackContents contents = new PackContents();
        List<RunIdentity> identities = new ArrayList<>();
        for (RunReport report : reports) {
            String number = identities.isEmpty() ? "" : "-" + (identities.size() + 1);
            contents.report("report" + number, report.folder());
            contents.json("results" + number + ".hdf.json", new HdfResults(report.run()).json());
            identities.add(RunIdentity.of("report" + number, report.run()));
        }
        List<RecordedRun> runs = reports.stream().map(RunReport::run).toList();
        EvidenceSummary summary = EvidenceSummary.of(runs, knownCardPaths);
        contents.json("identity.json", identities);
        contents.json("evidence.json", summary);
        contents.text("evidence.html", new Templates().fill("evidence", new EvidenceView(identities, summary)));
        contents.text("README.txt", new String(Templates.asset("evidence-readme.txt"), StandardCharsets.UTF_8));
        byte[] style = Templates.asset(Templates.STYLE);
        contents.files.put("assets/" + Templates.STYLE, () -> style);
        return contents;
    }

    SortedMap<String, Content> files() {
        return files;
    }

    private void report(String folder, Path report) throws IOException, EvidenceException {
        for (Map.Entry<String, Path> file : ReportFiles.in(report).entrySet()) {
            if (!PackDirectory.isSafe(file.getKey())) {
                throw new EvidenceException("Report: expected names of letters and digits, got "
                        + PackDirectory.printable(file.getKey()) + ": run again");
            }
            files.put(folder + "/" + file.getKey(), () -> Files.readAllBytes(file.getValue()));
        }
    }

    private void json(String path, Object value) throws IOException {
        text(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    private void text(String path, String text) {
        files.put(path, () -> text.getBytes(StandardCharsets.UTF_8));
    }
}

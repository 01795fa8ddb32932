package org.cacharness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checksums of a report's files, in the form that {@code sha256sum -c} reads.
 *
 * <p>They are written once the scanner has found no secret in any of the files. So a file that is listed with its checksum was
 * scanned; after the run the secrets are not known any more, and nobody can scan it again.
 */
public final class Checksums {
    /** The list's name in a report. */
    public static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private Checksums() {}

    static void write(Path report) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Path> file : ReportFiles.in(report).entrySet()) {
            lines.append(CodeHash.of(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        Files.writeString(report.resolve(FILE), lines);
    }

    /**
     * Compares a report with its list.
     *
     * @return what is not as it was scanned, a line for each file; empty if all is
     */
    public static List<String> differences(Path report) throws IOException {
        if (!Files.isRegularFile(report.resolve(FILE))) {
            return List.of(FILE + " is missing");
        }
        SortedMap<String, String> listed = read(Files.readString(report.resolve(FILE), StandardCharsets.UTF_8));
        SortedMap<String, Path> present = ReportFiles.in(report);
        present.remove(FILE);
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Path> file : present.entrySet()) {
            String scanned = listed.remove(file.getKey());
            if (scanned == null) {
                differences.add(file.getKey() + " was added");
            } else if (!scanned.equals(CodeHash.of(file.getValue()))) {
                differences.add(file.getKey() + " was changed");
            }
        }
        listed.keySet().forEach(name -> differences.add(name + " was removed"));
        return differences;
    }

    private static SortedMap<String, String> read(String lines) {
        SortedMap<String, String> sums = new TreeMap<>();
        lines.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> sums.put(line.group(2), line.group(1)));
        return sums;
    }
}

package org.cacharness.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about faulty cards. */
final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "A fault of the card: of the person whom a scenario names first. See --faults.")
    @Nullable
    String fault;

    @Option(names = "--faults", description = "List the faults; start nothing.")
    boolean list;

    /** The names, each with what happens on the wire. */
    static String listed(Map<String, String> faults) {
        int width = faults.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        StringBuilder lines = new StringBuilder();
        faults.forEach((name, wire) -> lines.append(name)
                .append(" ".repeat(width - name.length()))
                .append(wire)
                .append(System.lineSeparator()));
        return lines.toString();
    }
}

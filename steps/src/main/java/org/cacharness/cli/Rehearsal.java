package org.cacharness.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.LogManager;

/**
 * Does once what users do, for the archive of classes that {@code ./cac} makes of it: a run, its evidence, the check of that, and a
 * comparison. It writes into a folder of its own alone, also the key that signs.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments the project's folder, and a folder to write into
     */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        Harness harness = ServiceLoader.load(Harness.class).findFirst().orElseThrow();
        Path features = Path.of(arguments[0]).resolve("features");
        Path scratch = Path.of(arguments[1]);
        int code = 0;
        for (List<String> words : List.of(
                List.of("run", features.toString(), "--tags", "@step-7", "--report", "report"),
                List.of("evidence", "--report", "report", "--out", "pack.zip"),
                List.of("evidence", "verify", "pack.zip"),
                List.of("compare", "report", "report", "--out", "compare"))) {
            code = code == 0 ? execute(harness, scratch, words) : code;
        }
        System.exit(code);
    }

    private static int execute(Harness harness, Path scratch, List<String> words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.execute(harness, scratch, nowhere, nowhere, words.toArray(String[]::new));
    }
}

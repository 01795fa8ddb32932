package org.cacharness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cacharness.drivers.Patience;

/** Where the runs of a benchmark leave their reports: gone with it, also after Ctrl-C. */
final class BenchFolder implements AutoCloseable {
    /** Of its name. */
    static final String PREFIX = "cacharness-bench-";

    private static final Patience GONE = new Patience(Duration.ofSeconds(5));

    private final Path folder;
    private final Thread hook;

    private BenchFolder(Path folder) {
        this.folder = folder;
        this.hook = new Thread(this::empty, "bench-end");
    }

    static BenchFolder create() throws IOException {
        BenchFolder created = new BenchFolder(Files.createTempDirectory(PREFIX));
        Runtime.getRuntime().addShutdownHook(created.hook);
        return created;
    }

    Path report() {
        return folder.resolve("report");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already, and does the same
        }
        empty();
    }

    /** Whatever runs yet may write another file meanwhile. */
    private void empty() {
        GONE.until(() -> {
            try {
                ReportRemains.delete(folder);
                return true;
            } catch (IOException | UncheckedIOException changing) {
                return !Files.exists(folder);
            }
        });
    }
}

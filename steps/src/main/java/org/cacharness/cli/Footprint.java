package org.cacharness.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this process holds now.
 *
 * @param heap in use after a collection, in bytes
 * @param handles open files and sockets, or 0 where the system does not say
 * @param threads that live
 * @param files in the temporary folders of the harness
 */
record Footprint(long heap, long handles, int threads, long files) {
    private static final double MEBI = 1024.0 * 1024.0;
    private static final String OURS = "cacharness-";

    static Footprint now() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return new Footprint(
                memory.totalMemory() - memory.freeMemory(),
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                temporaryFiles());
    }

    private static long temporaryFiles() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir", "")))) {
            List<Path> ours = all.filter(Footprint::isOfScenarios).toList();
            return ours.stream().mapToLong(Footprint::filesIn).sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Not the benchmark's own: the report of one round is as long as that of the last. */
    private static boolean isOfScenarios(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(OURS) && !name.startsWith(BenchFolder.PREFIX);
    }

    /** What goes away meanwhile does not count. */
    private static long filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }

    double heapMebibytes() {
        return heap / MEBI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "heap %.1f MiB, %d handles, %d threads, %d temporary files",
                heapMebibytes(),
                handles,
                threads,
                files);
    }
}

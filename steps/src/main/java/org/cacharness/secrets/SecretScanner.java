package org.cacharness.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks through files for secrets, in all their encodings, also inside zip and gzip files.
 *
 * <p>A PIN in plain text counts where no further digit stands beside it. In {@code .ndjson} files the value of {@code "nanos":} and
 * of {@code "seconds":} is left alone: it is a clock's and can be any number, so that it would sooner or later equal a PIN.
 * Nothing else is exempt.
 */
public final class SecretScanner {
    private static final int DEEPEST = 3;
    /** An entry beyond this is no report of ours; it is searched up to here, so that a bomb cannot end the run. */
    private static final int LARGEST_ENTRY = 256 << 20;

    private final Secrets secrets;
    private final PatternIndex index;

    /** Looks for what is registered when a scan begins. */
    public SecretScanner(Secrets secrets) {
        this.secrets = secrets;
        this.index = secrets.index();
    }

    /**
     * Searches every file under a folder, and their names.
     *
     * @param folder a folder, or one file
     * @return the leaks in the order of the file names; empty if all is well
     * @throws IOException if a file cannot be read: what was not searched is not clean
     */
    public List<Leak> scan(Path folder) throws IOException {
        List<Leak> leaks = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile).sorted()::iterator) {
                String name = file.toString();
                search(name, folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8), false, leaks);
                search(name, Files.readAllBytes(file), 0, leaks);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return leaks;
    }

    private void search(String file, byte[] content, int depth, List<Leak> leaks) throws IOException {
        search(file, content, file.endsWith(".ndjson"), leaks);
        if (depth < DEEPEST && startsWith(content, 'P', 'K', 3, 4)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    search(file + "!" + entry.getName(), zip.readNBytes(LARGEST_ENTRY), depth + 1, leaks);
                }
            }
        } else if (depth < DEEPEST && startsWith(content, 0x1F, 0x8B)) {
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
                search(file + "!content", gzip.readNBytes(LARGEST_ENTRY), depth + 1, leaks);
            }
        }
    }

    private void search(String file, byte[] content, boolean clocks, List<Leak> leaks) {
        for (PatternIndex.Hit hit : index.find(content, clocks)) {
            leaks.add(new Leak(
                    secrets.mask(file),
                    hit.start(),
                    line(content, hit.start()),
                    hit.pattern().kind(),
                    hit.pattern().encoding()));
        }
    }

    private static long line(byte[] content, int offset) {
        long line = 1;
        for (int at = 0; at < offset; at++) {
            line += content[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean startsWith(byte[] content, int... magic) {
        for (int at = 0; at < magic.length; at++) {
            if (at >= content.length || (content[at] & 0xFF) != magic[at]) {
                return false;
            }
        }
        return true;
    }
}

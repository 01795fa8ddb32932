package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a certification is, in a file that outlives a crash: a line is on disk before a part begins, and another one after it has
 * ended. While one process has it open, no other can.
 */
final class CertificationRecord implements AutoCloseable {
    /** The file's name. */
    static final String NAME = "certification.record";

    private static final String FIRST = "cac certification 1";
    private static final int LONGEST = 1 << 20;

    private final FileChannel file;
    private final InstantSource clock;
    private final List<String> lines;

    private CertificationRecord(FileChannel file, InstantSource clock, List<String> lines) {
        this.file = file;
        this.clock = clock;
        this.lines = lines;
    }

    /**
     * Opens the record of a folder; begins one where there is none.
     *
     * @throws BadInputException if another process has it open, or the folder holds something else
     */
    static CertificationRecord open(Path folder, InstantSource clock) throws BadInputException {
        try {
            Path place = folder.resolve(NAME);
            if (Files.isDirectory(folder) && !Files.exists(place) && !isEmpty(folder)) {
                throw new BadInputException("Certify: expected a new folder or one of an earlier certification, got "
                        + folder + ", which holds other files");
            }
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(place, CREATE, READ, WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw busy(folder);
            }
            return read(file, folder, clock);
        } catch (OverlappingFileLockException held) {
            throw busy(folder);
        } catch (IOException e) {
            throw new BadInputException("Certify: expected a folder to keep the certification in, got " + e, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static BadInputException busy(Path folder) {
        return new BadInputException("Certify: expected nobody else at work in " + folder + ", another process is");
    }

    /** A line without its end was being written when the process ended: what it says had not begun. */
    private static CertificationRecord read(FileChannel file, Path folder, InstantSource clock)
            throws IOException, BadInputException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), LONGEST));
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
            // A file may come in several pieces
        }
        String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<String> lines = new ArrayList<>(whole.lines().toList());
        file.truncate(whole.getBytes(UTF_8).length);
        file.position(file.size());
        CertificationRecord record = new CertificationRecord(file, clock, lines);
        if (lines.isEmpty()) {
            record.write(FIRST);
        } else if (!lines.get(0).equals(FIRST)) {
            file.close();
            throw new BadInputException("Certify: expected \"" + FIRST + "\" in " + folder.resolve(NAME) + ", got \""
                    + lines.get(0) + "\": use the harness that began it");
        }
        return record;
    }

    /** The plan that was agreed to, by its digest. */
    Optional<String> plan() {
        return lines.stream()
                .filter(line -> line.startsWith("plan "))
                .map(line -> line.split(" ", -1)[1])
                .findFirst();
    }

    void agreed(String plan) {
        write("plan " + plan + " " + now());
    }

    /** It was agreed to do a part again. */
    void again(CertificationPart part) {
        write("again " + part.number() + " " + now());
    }

    /** It was not agreed to do a part again. */
    void leftOut(CertificationPart part) {
        write("left-out " + part.number() + " " + now());
    }

    void begun(CertificationPart part) {
        write("begun " + part.number() + " " + now());
    }

    void ended(CertificationPart part, int code) {
        write("ended " + part.number() + " " + code + " " + now());
    }

    /** From now on the card may have been sent a PIN for the signature. */
    void signing() {
        write("signing " + now());
    }

    void signed() {
        write("signed " + now());
    }

    /** Whether the evidence was signed. */
    boolean isSigned() {
        return lines.stream().anyMatch(line -> line.startsWith("signed "));
    }

    /** Whether the card may have been sent a PIN for the signature. */
    boolean isSigningBegun() {
        return lines.stream().anyMatch(line -> line.startsWith("signing "));
    }

    /** Whether the part is over: it ended, or was left out. */
    boolean isOver(CertificationPart part) {
        return code(part).isPresent() || count("left-out", part) > 0;
    }

    /** The exit code of the part's run, if it ended. */
    Optional<Integer> code(CertificationPart part) {
        return lines.stream()
                .filter(line -> line.startsWith("ended " + part.number() + " "))
                .map(line -> Integer.valueOf(line.split(" ", -1)[2]))
                .findFirst();
    }

    /** Whether the part has begun and not ended, and nobody has agreed to beginning it again. */
    boolean isInterrupted(CertificationPart part) {
        return !isOver(part) && count("begun", part) > count("again", part);
    }

    private long count(String word, CertificationPart part) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " " + part.number() + " "))
                .count();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
            file.force(true);
            lines.add(line);
        } catch (IOException e) {
            throw new IllegalStateException("Certify: expected to keep the record, got " + e + ": nothing was done", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new IllegalStateException("Certify: could not close the record: " + e, e);
        }
    }
}

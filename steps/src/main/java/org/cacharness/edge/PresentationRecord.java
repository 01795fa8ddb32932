package org.cacharness.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The PIN presentations to one real card, in a file that outlives runs and crashes; and the card's lock: while one process has
 * the record open, no other one can.
 *
 * <p>A line is on disk before its PIN is sent, and another one after the card's answer. After a refusal, or a presentation whose
 * end is not on record, none is begun until {@link #forgive()}. The file holds times and words: no PIN, and the serial only as
 * the hash in its name. The operating system gives the lock back when a process ends, however it ends.
 */
public final class PresentationRecord implements PinRecord, AutoCloseable {
    private static final String BEGUN = "begun";
    private static final String ACCEPTED = "accepted";
    private static final String FORGIVEN = "forgiven";
    private static final List<String> HARMLESS = List.of(ACCEPTED, FORGIVEN);

    private final Path file;
    private final String serial;
    private final InstantSource clock;
    private final FileChannel lock;

    private PresentationRecord(Path file, String serial, InstantSource clock, FileChannel lock) {
        this.file = file;
        this.serial = serial;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Opens the record of a card, for this process alone.
     *
     * @param folder where records are; made, for its owner only, where it is missing
     * @param serial the card's serial
     * @param clock gives the times
     * @throws Refusal if another process has it open, or it can't be kept
     */
    public static PresentationRecord open(Path folder, String serial, InstantSource clock) {
        String name = hash(serial);
        try {
            Files.createDirectories(folder, ownersOnly("rwx------"));
            requireOwn(folder);
            // A file of its own: the lock goes when any channel of this process to its file is closed
            FileChannel lock = locked(folder.resolve(name + ".lock"), serial);
            return new PresentationRecord(folder.resolve(name + ".record"), serial, clock, lock);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /** Who can write there can take a refusal off the record. */
    private static void requireOwn(Path folder) throws IOException {
        if (isPosix()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IOException("a folder that others can write to, " + folder);
            }
        }
    }

    private static FileChannel locked(Path file, String serial) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE), ownersOnly("rw-------"));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException here) {
            // Another part of this process has it, which is no better
        }
        channel.close();
        throw new Refusal(
                Refusal.Reason.CARD_IN_USE,
                "Card " + serial + ": expected no other run at it, one is: wait until that has ended");
    }

    /**
     * Asks whether a PIN may be sent, as far as earlier presentations go.
     *
     * @throws Refusal if not
     */
    public void requireClear() {
        String last = last();
        if (!isHarmless(last)) {
            throw new Refusal(
                    Refusal.Reason.REFUSED_BEFORE,
                    "PIN not sent: expected an earlier one that was accepted, on record is \"" + last
                            + "\": find out the right PIN and the tries left, then run './cac card forgive " + serial
                            + "'");
        }
    }

    @Override
    public Optional<String> onlyCard() {
        return Optional.of(serial);
    }

    @Override
    public void begin() {
        requireClear();
        try {
            append(BEGUN);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    @Override
    public void end(PinOutcome outcome) {
        try {
            append(words(outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Record of PIN presentations: its end can't be written to " + file
                            + ": no PIN will be sent to this card until you forgive it",
                    e);
        }
    }

    private static boolean isHarmless(String last) {
        return last.isEmpty() || HARMLESS.stream().anyMatch(word -> last.endsWith(" " + word));
    }

    /**
     * A person says that a PIN may be sent again.
     *
     * @return false if that was so already
     */
    public boolean forgive() {
        if (isHarmless(last())) {
            return false;
        }
        try {
            append(FORGIVEN);
            return true;
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /** Lets other processes have the card. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Lock of a card: it could not be given back", e);
        }
    }

    private String last() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /** On disk when this returns. */
    private void append(String word) throws IOException {
        byte[] line = (clock.instant() + " " + word + "\n").getBytes(UTF_8);
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE, APPEND), ownersOnly("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String words(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Refused refused) {
            return "refused, tries left: " + refused.triesLeft();
        }
        return outcome instanceof PinOutcome.Blocked ? "blocked" : ACCEPTED;
    }

    private static Refusal unkept(IOException reason) {
        return new Refusal(
                Refusal.Reason.NOT_ON_RECORD,
                "PIN not sent: expected to write down the presentation first, got " + reason
                        + ": give a folder of your own by --state");
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String hash(String serial) {
        try {
            byte[] text = ("CAC " + serial.toUpperCase(Locale.ROOT)).getBytes(UTF_8);
            return Hex.of(MessageDigest.getInstance("SHA-256").digest(text)).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected it in every JDK", e);
        }
    }
}

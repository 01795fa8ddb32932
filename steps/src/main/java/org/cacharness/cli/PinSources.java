package org.cacharness.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The three ways to give a PIN: typed at the terminal without echo, through a file descriptor, from a file of one's own. */
final class PinSources {
    /** A CAC's PIN has six to eight digits. */
    private static final int FEWEST = 6;

    private static final int MOST = 8;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PinSources() {}

    /** Asks at the terminal; where there is none, nobody gives a PIN. */
    static PinSource terminal(@Nullable Console console) {
        return card -> {
            char[] typed = console == null ? null : console.readPassword("PIN of %s, sent once: ", card);
            return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(checked("the terminal", typed));
        };
    }

    /**
     * Reads the first line of a file.
     *
     * @throws BadInputException now, if others than its owner may read it, or what stands in it is no PIN
     */
    static PinSource file(Path file) throws BadInputException {
        requireOwners("--pin-file", file, "the PIN");
        Arrays.fill(firstLine("--pin-file", file), '\0');
        return card -> {
            requireOwners("--pin-file", file, "the PIN");
            return Optional.of(firstLine("--pin-file", file));
        };
    }

    /**
     * Reads the first line of what comes through an open file descriptor, a pipe for example. It is read now, for what a pipe
     * gave it does not give again, and handed over once.
     *
     * @throws BadInputException if it is not open, or what comes is no PIN
     */
    static PinSource descriptor(int number) throws BadInputException {
        Path file = Path.of("/dev/fd/" + number);
        if (!Files.isReadable(file)) {
            throw new BadInputException("--pin-fd: expected an open file descriptor, got " + number
                    + ": for example './cac run --card auto --pin-fd 3 3< FILE'");
        }
        AtomicReference<char[]> given = new AtomicReference<>(firstLine("--pin-fd", file));
        return card -> Optional.ofNullable(given.getAndSet(null));
    }

    private static char[] firstLine(String option, Path file) throws BadInputException {
        byte[] bytes = new byte[MOST + 2];
        try (InputStream in = Files.newInputStream(file)) {
            return checked(option, line(in, bytes));
        } catch (IOException e) {
            throw new BadInputException(
                    option + ": expected a PIN to read, got " + e.getClass().getSimpleName(), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Not a byte more than the line: whoever writes into a pipe may keep it open. */
    private static char[] line(InputStream in, byte[] bytes) throws IOException {
        int length = 0;
        for (int next = in.read(); length < bytes.length && next > ' '; next = in.read()) {
            bytes[length++] = (byte) next;
        }
        char[] line = new char[length];
        for (int i = 0; i < length; i++) {
            line[i] = (char) bytes[i];
        }
        return line;
    }

    private static char[] checked(String source, char[] given) throws BadInputException {
        boolean digits = true;
        for (char character : given) {
            digits &= character >= '0' && character <= '9';
        }
        if (!digits || given.length < FEWEST || given.length > MOST) {
            Arrays.fill(given, '\0');
            throw new BadInputException("PIN from " + source
                    + ": expected six to eight digits, got something else: nothing was sent to the card");
        }
        return given;
    }

    /** Refuses a file that others than its owner may read. */
    static void requireOwners(String option, Path file, String secret) throws BadInputException {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.removeAll(OWNERS);
            permissions.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!permissions.isEmpty()) {
                throw new BadInputException(option + ": expected a file that only its owner may read, got " + file
                        + " with " + permissions + ": run 'chmod 600 " + file + "', and change " + secret + " if others"
                        + " may have read it");
            }
        } catch (UnsupportedOperationException otherSystem) {
            throw new BadInputException(
                    option + ": expected a system that says who may read a file, this one does not: give " + secret
                            + " in another way",
                    otherSystem);
        } catch (IOException e) {
            throw new BadInputException(
                    option + ": expected a file, got " + file + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}

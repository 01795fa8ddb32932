package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of a browser that has a home folder of its own and leaves nothing anywhere else. */
public final class BrowserEnvironment {
    /** Chromium makes a socket some 56 characters further down, whose whole name is limited to 107: unix(7). */
    private static final int LONGEST_FOR_SOCKETS = 50;

    private static final String PREFIX = "cacharness-browser-";
    /** What the JDK adds to the prefix: a number of 64 bits. */
    private static final int LONGEST_NUMBER = 20;

    private static final Path SHORT = Path.of("/tmp");
    /** Memory that is a folder: Chromium and NSS have databases, which wait for a disk with each change. */
    private static final Path MEMORY = Path.of("/dev/shm");
    /** For some ten browsers with their caches; a container has 64 MiB, where nothing is said. */
    private static final long ENOUGH_MEMORY = 1L << 30;

    private BrowserEnvironment() {}

    /** Makes a home folder. */
    public static Path newHome() throws IOException {
        return Files.createTempDirectory(folderOfHomes(), PREFIX);
    }

    /**
     * In memory where there is enough of it; else where temporary files belong, if names in there are short enough for sockets, and
     * {@code /tmp} where they are not: Chromium would make its socket outside its home, and one that is killed would leave it.
     */
    public static Path folderOfHomes() {
        return MEMORY.toFile().getUsableSpace() >= ENOUGH_MEMORY && Files.isWritable(MEMORY) ? MEMORY : onDisk();
    }

    private static Path onDisk() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
        int longest = temporary.resolve(PREFIX).toString().length() + LONGEST_NUMBER;
        return longest > LONGEST_FOR_SOCKETS && Files.isWritable(SHORT) ? SHORT : temporary;
    }

    /** Of the user's own environment what tells of another home or desktop is left out. */
    public static Map<String, String> at(Path home) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DBUS_"));
        environment.put("HOME", home.toString());
        if (home.toString().length() <= LONGEST_FOR_SOCKETS) {
            environment.put("TMPDIR", home.toString());
        }
        return environment;
    }
}

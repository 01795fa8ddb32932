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

    private BrowserEnvironment() {}

    /** Makes a home folder where temporary files belong. */
    public static Path newHome() throws IOException {
        return Files.createTempDirectory(folderOfHomes(), PREFIX);
    }

    /**
     * Where temporary files belong, if names in there are short enough for sockets, and {@code /tmp} where they are not: else Chromium would
     * make its socket outside its home, and one that is killed would leave it.
     */
    public static Path folderOfHomes() {
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

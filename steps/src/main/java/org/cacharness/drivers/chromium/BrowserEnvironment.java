package org.cacharness.drivers.chromium;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of a browser that has a home folder of its own and leaves nothing anywhere else. */
public final class BrowserEnvironment {
    /** Chromium makes a socket some 56 characters further down, whose whole name is limited to 107: unix(7). */
    private static final int LONGEST_FOR_SOCKETS = 50;

    private BrowserEnvironment() {}

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

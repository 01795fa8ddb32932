package org.cacharness.drivers.chromium;

import java.util.Map;

/** The page in front, asked in the Chrome DevTools protocol. */
@FunctionalInterface
public interface DevTools {
    /** The answer to a command. */
    Map<String, Object> ask(String command, Map<String, ?> parameters);
}

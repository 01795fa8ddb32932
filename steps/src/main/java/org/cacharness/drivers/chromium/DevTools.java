package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Whoever answers in the Chrome DevTools protocol: a browser, or a window of it. */
@FunctionalInterface
public interface DevTools {
    /**
     * The answer to a command.
     *
     * @throws DevToolsException if the command was refused
     */
    JsonNode ask(String command, Map<String, ?> parameters);
}

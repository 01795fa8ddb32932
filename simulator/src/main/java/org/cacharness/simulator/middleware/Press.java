package org.cacharness.simulator.middleware;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be pressed, as the forms send it in lower case. */
enum Press {
    START,
    PROGRAMS,
    FOLDER,
    PRODUCT,
    CONSOLE,
    FILE,
    TOOLS,
    ADVANCED,
    COMMAND,
    YES,
    NO,
    OK,
    CLOSE;

    static Optional<Press> sentAs(@Nullable String value) {
        return Arrays.stream(values())
                .filter(press -> press.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }
}

package org.cacharness.simulator.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the pages write them, for example {@code 03 Feb 2026 14:05 UTC}. */
final class Dates {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    private Dates() {}

    static String shown(Instant instant) {
        return FORMAT.format(instant);
    }
}

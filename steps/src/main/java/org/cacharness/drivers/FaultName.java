package org.cacharness.drivers;

import java.util.regex.Pattern;

/**
 * The name of a fault of a card or of what is around it, as the command line and {@code docs/faults.md} have it.
 *
 * @param value words in lower case with hyphens between them, for example {@code pulled-during-sign}
 */
public record FaultName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is another
     */
    public FaultName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Fault: expected words with hyphens, for example pulled-during-sign, got \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

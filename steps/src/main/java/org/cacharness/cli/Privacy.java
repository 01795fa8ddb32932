package org.cacharness.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a run writes of people.
 *
 * @param pseudonyms whether synthetic people are hidden as real ones are
 * @param reveal the operator's reason for showing real people as they are, or null
 */
record Privacy(boolean pseudonyms, @Nullable String reveal) {
    /** Whether people are hidden behind pseudonyms. */
    boolean hides(boolean realPeople) {
        return pseudonyms || (realPeople && reveal == null);
    }

    /** What the report says of it. */
    String fact(boolean realPeople) {
        if (hides(realPeople)) {
            return "pseudonyms, by a key of this run that nobody kept";
        }
        return realPeople ? "revealed by the operator: " + reveal : "as it is: all people are synthetic";
    }
}

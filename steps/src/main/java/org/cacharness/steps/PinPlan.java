package org.cacharness.steps;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many PINs a scenario may send to cards, as its tag {@code @presents-pin-N} says. */
public final class PinPlan {
    private static final Pattern TAG = Pattern.compile("@presents-pin-(\\d+)");

    private PinPlan() {}

    /** The number that the tags name, or 0. */
    public static int of(Collection<String> tags) {
        return tags.stream()
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .mapToInt(tag -> Integer.parseInt(tag.group(1)))
                .findFirst()
                .orElse(0);
    }
}

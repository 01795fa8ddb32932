package org.cacharness.steps;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many PINs a scenario may send, as its tag {@code @presents-pin-N} says, and to whose cards, where a tag
 * {@code @card-of-Bob} says that.
 *
 * @param presentations right and wrong PINs together
 * @param holder whose cards, or nothing for those of the person whom the scenario names first
 */
record PinPlan(int presentations, Optional<String> holder) {
    private static final Pattern PRESENTATIONS = Pattern.compile("@presents-pin-(\\d+)");
    private static final Pattern EACH_BROWSER = Pattern.compile("@presents-pin-(\\d+)-where-each-browser-asks");
    private static final Pattern HOLDER = Pattern.compile("@card-of-(\\w+)");

    /**
     * Reads the tags.
     *
     * @param eachBrowserAsks whether each browser that is opened asks for the PIN again
     */
    static PinPlan of(Collection<String> tags, boolean eachBrowserAsks) {
        int usual = named(PRESENTATIONS, tags).mapToInt(Integer::parseInt).sum();
        int presentations = eachBrowserAsks
                ? named(EACH_BROWSER, tags).findFirst().map(Integer::valueOf).orElse(usual)
                : usual;
        return new PinPlan(presentations, named(HOLDER, tags).findFirst());
    }

    private static Stream<String> named(Pattern tag, Collection<String> tags) {
        return tags.stream().map(tag::matcher).filter(Matcher::matches).map(match -> match.group(1));
    }
}

package org.cacharness.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How often a scenario presents a PIN to a card. Known before it runs, so that a person can say no. */
@FunctionalInterface
public interface PlannedPresentations {
    /**
     * Plans a scenario.
     *
     * @param firstStep the words of its first step
     * @param tags its own and those it inherits
     */
    Presentations of(String firstStep, List<String> tags);

    /**
     * The rule for simulated cards: {@code @presents-pin-N}. The card is that of the person whom the first step names, unless a tag
     * says otherwise: {@code @card-of-Bob}.
     */
    static PlannedPresentations byTag() {
        Pattern count = Pattern.compile("@presents-pin-(\\d{1,3})");
        Pattern owner = Pattern.compile("@card-of-(\\p{Lu}\\p{Ll}+)");
        Pattern person = Pattern.compile("\\b\\p{Lu}\\p{Ll}+\\b");
        return (firstStep, tags) -> {
            int number = matches(count, tags).mapToInt(Integer::parseInt).sum();
            Matcher named = person.matcher(firstStep);
            String holder =
                    matches(owner, tags).findFirst().orElseGet(() -> named.find() ? named.group() : "the member");
            return new Presentations(number, "the simulated card of " + holder);
        };
    }

    /**
     * The same where each browser logs in to the card for itself, and so asks for the PIN again:
     * {@code @presents-pin-N-where-each-browser-asks} takes the place of {@code @presents-pin-N}.
     */
    static PlannedPresentations whereEachBrowserAsks() {
        Pattern count = Pattern.compile("@presents-pin-(\\d{1,3})-where-each-browser-asks");
        return (firstStep, tags) -> {
            Presentations plan = byTag().of(firstStep, tags);
            return matches(count, tags)
                    .findFirst()
                    .map(number -> new Presentations(Integer.parseInt(number), plan.card()))
                    .orElse(plan);
        };
    }

    private static Stream<String> matches(Pattern pattern, List<String> tags) {
        return tags.stream().map(pattern::matcher).filter(Matcher::matches).map(tag -> tag.group(1));
    }

    /**
     * PIN presentations.
     *
     * @param number how many, from 0
     * @param card which card gets them
     */
    record Presentations(int number, String card) {}
}

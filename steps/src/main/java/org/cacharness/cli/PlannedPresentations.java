package org.cacharness.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a scenario presents a PIN to a card. Known before it runs, so that a person can say no. */
@FunctionalInterface
public interface PlannedPresentations {
    /**
     * Plans a scenario.
     *
     * @param name its title
     * @param tags its own and those it inherits
     */
    Presentations of(String name, List<String> tags);

    /** The rule for simulated cards: {@code @presents-pin-N}; the card is that of the first person named in the title. */
    static PlannedPresentations byTag() {
        Pattern count = Pattern.compile("@presents-pin-(\\d{1,3})");
        Pattern person = Pattern.compile("\\b\\p{Lu}\\p{Ll}+\\b");
        return (name, tags) -> {
            int number = tags.stream()
                    .map(count::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(tag -> Integer.parseInt(tag.group(1)))
                    .sum();
            Matcher first = person.matcher(name);
            return new Presentations(number, "the simulated card of " + (first.find() ? first.group() : "the member"));
        };
    }

    /**
     * PIN presentations.
     *
     * @param number how many, from 0
     * @param card which card gets them
     */
    record Presentations(int number, String card) {}
}

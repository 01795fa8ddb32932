package org.cacharness.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways in which a portal or a program may write the name of a cardholder.
 *
 * @param parts surname, first name, and what follows
 */
record PersonName(List<String> parts) {
    private static final Set<String> GENERATIONS = Set.of("JR", "SR", "II", "III", "IV");
    private static final int PLACES = 3;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WORD_START = Pattern.compile("(?<!\\p{L})\\p{L}");

    /** Reads a common name as DoD writes it: {@code LAST.FIRST[.MIDDLE][.GENERATION].EDIPI}. */
    static PersonName of(String commonName) {
        return new PersonName(Arrays.stream(commonName.split("\\."))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !DIGITS.matcher(part).matches() && !GENERATIONS.contains(part))
                .toList());
    }

    /** Two or more parts together, in the usual orders, separators and cases. */
    Set<String> whole() {
        return new LinkedHashSet<>(inPlaces());
    }

    /** The same, each at its place in a list that is the same for everybody who has two parts or more; some may come twice. */
    List<String> inPlaces() {
        if (parts.size() < 2) {
            return List.of();
        }
        List<String> written = new ArrayList<>();
        for (List<String> order : orders()) {
            for (String separator : List.of(".", " ", "_", "-", ",", ", ")) {
                written.add(String.join(separator, order));
            }
            written.add(order.get(0) + ", " + String.join(" ", order.subList(1, order.size())));
        }
        return inCases(written, List.of(PersonName::upper, PersonName::title, PersonName::lower));
    }

    /** Whoever has no middle name is written without it. */
    private List<List<String>> orders() {
        String last = parts.get(0);
        String first = parts.get(1);
        String middle = parts.size() > 2 ? parts.get(2) : "";
        String initial = middle.isEmpty() ? "" : middle.substring(0, 1);
        String dotted = middle.isEmpty() ? "" : initial + ".";
        return Stream.of(
                        parts,
                        List.of(last, first),
                        List.of(first, last),
                        List.of(first, middle, last),
                        List.of(first, initial, last),
                        List.of(first, dotted, last),
                        List.of(last, first, initial))
                .map(order -> order.stream().filter(part -> !part.isEmpty()).toList())
                .toList();
    }

    /** As certificates and pages write it, so that it would stand so in what is encoded: the others are sought as text only. */
    Set<String> likelyEncoded() {
        return parts.size() < 2
                ? Set.of()
                : new LinkedHashSet<>(List.of(
                        upper(parts.get(0) + "." + parts.get(1)),
                        upper(String.join(".", parts)),
                        title(parts.get(1) + " " + parts.get(0))));
    }

    /** Each part alone, in capitals or beginning with one: in small letters too many names are words. */
    Set<String> alone() {
        return new LinkedHashSet<>(inCases(parts, List.of(PersonName::upper, PersonName::title)));
    }

    /** Surname, first and middle name alone, each at its place; empty where somebody has none. */
    List<String> aloneInPlaces() {
        return inCases(
                Stream.concat(parts.stream(), Stream.of("", "", ""))
                        .limit(PLACES)
                        .toList(),
                List.of(PersonName::upper, PersonName::title));
    }

    private static List<String> inCases(List<String> written, List<UnaryOperator<String>> cases) {
        return written.stream()
                .flatMap(each -> cases.stream().map(as -> as.apply(each)))
                .toList();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String title(String name) {
        return WORD_START.matcher(lower(name)).replaceAll(letter -> upper(letter.group()));
    }
}

package org.cacharness.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The ways in which a portal or a program may write the name of a cardholder.
 *
 * @param parts surname, first name, and what follows
 */
record PersonName(List<String> parts) {
    private static final Set<String> GENERATIONS = Set.of("JR", "SR", "II", "III", "IV");
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
        if (parts.size() < 2) {
            return Set.of();
        }
        Set<List<String>> orders = new LinkedHashSet<>();
        String last = parts.get(0);
        String first = parts.get(1);
        orders.add(parts);
        orders.add(List.of(last, first));
        orders.add(List.of(first, last));
        if (parts.size() > 2) {
            String middle = parts.get(2);
            orders.add(List.of(first, middle, last));
            orders.add(List.of(first, middle.substring(0, 1), last));
            orders.add(List.of(first, middle.charAt(0) + ".", last));
            orders.add(List.of(last, first, middle.substring(0, 1)));
        }
        Set<String> written = new LinkedHashSet<>();
        for (List<String> order : orders) {
            for (String separator : List.of(".", " ", "_", "-", ",", ", ")) {
                written.add(String.join(separator, order));
            }
            written.add(order.get(0) + ", " + String.join(" ", order.subList(1, order.size())));
        }
        return inCases(written, List.of(PersonName::upper, PersonName::title, PersonName::lower));
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
        return inCases(parts, List.of(PersonName::upper, PersonName::title));
    }

    private static Set<String> inCases(Iterable<String> written, List<UnaryOperator<String>> cases) {
        List<String> all = new ArrayList<>();
        written.forEach(each -> cases.forEach(as -> all.add(as.apply(each))));
        return new LinkedHashSet<>(all);
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

package org.cacharness.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cacharness.description.Term.Section;
import org.yaml.snakeyaml.nodes.MappingNode;

/** An entry that says more than words: {@code {label: …}}, {@code {role: button, name: …}}, {@code {selector: …}}, {@code {text: …}}. */
final class LocatorNode {
    private static final List<String> ROLES = List.of("button", "link", "menuitem", "tab");

    private final DescriptionFile file;
    private final Term term;

    LocatorNode(DescriptionFile file, Term term) {
        this.file = file;
        this.term = term;
    }

    Locator read(MappingNode node) {
        Map<String, String> ways = new LinkedHashMap<>();
        file.named(node).forEach(way -> ways.put(file.word(way.getKeyNode()), file.word(way.getValueNode())));
        Set<String> given = ways.keySet();
        Section section = term.section();
        if (given.equals(Set.of("selector")) && section != Section.ADDRESSES) {
            return new Locator.Selector(ways.getOrDefault("selector", ""));
        }
        if (given.equals(Set.of("role", "name")) && section == Section.PRESSES) {
            return role(node, ways.getOrDefault("role", ""), ways.getOrDefault("name", ""));
        }
        if (given.equals(Set.of("label")) && (section == Section.PRESSES || section == Section.FIELDS)) {
            return new Locator.Words(ways.getOrDefault("label", ""));
        }
        if (given.equals(Set.of("heading")) && isShown(section)) {
            return new Locator.Words(ways.getOrDefault("heading", ""));
        }
        if (given.equals(Set.of("text")) && isShown(section)) {
            return new Locator.Text(ways.getOrDefault("text", ""));
        }
        throw file.wrong(node, "\"" + term.key() + "\": expected " + expected(section) + ", got " + given);
    }

    private Locator role(MappingNode node, String role, String name) {
        if (!ROLES.contains(role)) {
            throw file.wrong(node, "\"" + term.key() + "\": expected a role of " + ROLES + ", got " + role);
        }
        return new Locator.Role(role, name);
    }

    private static boolean isShown(Section section) {
        return section != Section.ADDRESSES && section != Section.PRESSES && section != Section.FIELDS;
    }

    private static String expected(Section section) {
        return switch (section) {
            case ADDRESSES -> "an address";
            case PRESSES -> "one of {label: …}, {role: …, name: …}, {selector: …}";
            case FIELDS -> "one of {label: …}, {selector: …}";
            case PAGES, TEXTS, LOGIN_REFUSALS, REGISTRATION_REFUSALS -> "one of {heading: …}, {text: …}, {selector: …}";
        };
    }
}

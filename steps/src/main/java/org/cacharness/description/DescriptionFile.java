package org.cacharness.description;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cacharness.description.Term.Section;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a description node by node, so that each mistake is told with its line. */
final class DescriptionFile {
    private static final String VERSION = "1";
    private static final String FORMAT = "format";
    private static final String PORTAL = "portal";
    private static final String ASKS = "registration asks for the password";
    private static final String CARD_HOSTS = "asks for the card at";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int LARGEST = 200_000;

    private final String file;
    private final Map<Term, List<Entry>> entries = new EnumMap<>(Term.class);
    private String name = "";
    private @Nullable Boolean asksForPassword;
    private Set<String> cardHosts = Set.of();
    private boolean versionSeen;

    private DescriptionFile(String file) {
        this.file = file;
    }

    static PortalDescription parse(String file, String text) {
        DescriptionFile reading = new DescriptionFile(file);
        reading.readAll(root(file, text));
        return new PortalDescription(
                reading.name.isEmpty() ? file : reading.name,
                file,
                Optional.ofNullable(reading.asksForPassword),
                reading.cardHosts,
                reading.entries);
    }

    private static @Nullable Node root(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException bad) {
            int line = bad.getProblemMark() == null ? 1 : bad.getProblemMark().getLine() + 1;
            throw new DescriptionException(file + ":" + line + ": expected YAML, got " + bad.getProblem()
                    + ": mind the spaces before each line, and quote words that have a colon in them");
        } catch (YAMLException bad) {
            throw new DescriptionException(file + ": expected YAML, got "
                    + String.valueOf(bad.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void readAll(@Nullable Node root) {
        if (!(root instanceof MappingNode all)) {
            throw new DescriptionException(file + ": expected \"" + FORMAT + ": " + VERSION
                    + "\" and sections with terms, got something else: docs/live-portal.md has an example");
        }
        for (NodeTuple part : named(all)) {
            readPart(word(part.getKeyNode()), part);
        }
        if (!versionSeen) {
            throw new DescriptionException(
                    file + ":1: expected \"" + FORMAT + ": " + VERSION + "\", got none: add it as the first line");
        }
        requireNeeded();
    }

    private void readPart(String key, NodeTuple part) {
        switch (key) {
            case FORMAT -> readVersion(part.getValueNode());
            case PORTAL -> name = word(part.getValueNode());
            case ASKS -> asksForPassword = yesOrNo(part.getValueNode());
            case CARD_HOSTS -> cardHosts = hosts(part.getValueNode());
            default -> readSection(section(key, part.getKeyNode()), part.getValueNode());
        }
    }

    private void readVersion(Node value) {
        String version = word(value);
        if (!version.equals(VERSION)) {
            throw wrong(value, "expected format " + VERSION + ", got " + version + ": this harness reads no other");
        }
        versionSeen = true;
    }

    private boolean yesOrNo(Node value) {
        String answer = word(value);
        return switch (answer) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw wrong(
                        value, "expected yes or no, got \"" + answer + "\": leave the line out if it may be either");
        };
    }

    private Set<String> hosts(Node value) {
        List<Node> all = value instanceof SequenceNode several ? several.getValue() : List.of(value);
        return all.stream().map(this::host).collect(Collectors.toUnmodifiableSet());
    }

    private String host(Node value) {
        String host = word(value);
        if (!HOST.matcher(host).matches()) {
            throw wrong(
                    value,
                    "expected the name of a host, such as login.portal.example, got \"" + host
                            + "\": leave scheme, port and path away");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private Section section(String key, Node place) {
        return Arrays.stream(Section.values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> wrong(
                        place,
                        "expected one of " + String.join(", ", FORMAT, PORTAL, ASKS, CARD_HOSTS) + ", "
                                + Arrays.stream(Section.values())
                                        .map(Section::key)
                                        .collect(Collectors.joining(", "))
                                + ", got \"" + key + "\""));
    }

    private void readSection(Section section, Node value) {
        if (!(value instanceof MappingNode terms)) {
            throw wrong(value, "expected terms of \"" + section.key() + "\", each on a line of its own");
        }
        for (NodeTuple line : named(terms)) {
            String key = word(line.getKeyNode());
            Term term = Term.of(section, key)
                    .orElseThrow(() -> wrong(
                            line.getKeyNode(),
                            "expected a term of \"" + section.key() + "\", got \"" + key + "\": they are "
                                    + String.join(", ", section.keys())));
            entries.put(term, read(term, line.getValueNode()));
        }
    }

    private List<Entry> read(Term term, Node value) {
        if (!(value instanceof SequenceNode several)) {
            return List.of(entry(term, value));
        }
        if (term.section() != Section.PRESSES) {
            throw wrong(value, "\"" + term.key() + "\": expected one thing, got a list: lists are for \"presses\"");
        }
        List<Entry> all = new ArrayList<>();
        several.getValue().forEach(one -> all.add(entry(term, one)));
        return List.copyOf(all);
    }

    private Entry entry(Term term, Node value) {
        Locator locator =
                value instanceof MappingNode ways ? new LocatorNode(this, term).read(ways) : inWords(term, word(value));
        if (term == Term.ISSUED_PASSWORD && !(locator instanceof Locator.Selector)) {
            throw wrong(value, "\"" + term.key() + "\": expected {selector: …} of the element that holds it");
        }
        return new Entry(term, locator, place(value));
    }

    private static Locator inWords(Term term, String words) {
        return switch (term.section()) {
            case TEXTS, LOGIN_REFUSALS, REGISTRATION_REFUSALS -> new Locator.Text(words);
            case ADDRESSES, PAGES, PRESSES, FIELDS -> new Locator.Words(words);
        };
    }

    private void requireNeeded() {
        String missing = Arrays.stream(Term.values())
                .filter(Term::isNeeded)
                .filter(term -> !entries.containsKey(term))
                .map(term -> "\"" + term.key() + "\" (" + term.section().key() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new DescriptionException(file + ": expected every term of the procedure's main path, " + missing
                    + " missing: add what the portal calls it");
        }
    }

    /** A key that is there twice would mean what the later one says, and nobody would see it. */
    List<NodeTuple> named(MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = word(tuple.getKeyNode());
            if (!seen.add(key)) {
                throw wrong(tuple.getKeyNode(), "expected \"" + key + "\" once, got it again: delete one");
            }
        }
        return mapping.getValue();
    }

    String word(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(node, "expected words, got nothing or something else");
        }
        return scalar.getValue().strip();
    }

    DescriptionException wrong(Node node, String problem) {
        return new DescriptionException(place(node) + ": " + problem);
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}

package org.cacharness.description;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the procedure's terms are called at one portal. Immutable. */
public final class PortalDescription {
    private static final String MOCKED = "mocked-portal.yaml";

    private final String name;
    private final String file;
    private final Optional<Boolean> asksForPassword;
    private final Set<String> cardHosts;
    private final Map<Term, List<Entry>> entries;

    PortalDescription(
            String name,
            String file,
            Optional<Boolean> asksForPassword,
            Set<String> cardHosts,
            Map<Term, List<Entry>> entries) {
        this.name = name;
        this.file = file;
        this.asksForPassword = asksForPassword;
        this.cardHosts = Set.copyOf(cardHosts);
        this.entries = Map.copyOf(entries);
    }

    /** The description of the harness's own mocked portal. */
    public static PortalDescription mocked() {
        return Mocked.PORTAL;
    }

    /**
     * Reads a description.
     *
     * @param file YAML, and so JSON as well
     * @throws DescriptionException if it is none, misses a term, or has one that the procedure does not know
     */
    public static PortalDescription read(Path file) {
        try {
            return DescriptionFile.parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (MalformedInputException otherBytes) {
            throw new DescriptionException(file + ": expected a portal description in UTF-8, got other bytes");
        } catch (IOException unreadable) {
            throw new DescriptionException(file + ": expected a portal description that can be read, got "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /** What the portal calls itself, or what the file's author calls it. */
    public String name() {
        return name;
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** Whether Register asks for the password; empty where the file does not say, and it may be either. */
    public Optional<Boolean> asksForPassword() {
        return asksForPassword;
    }

    /** The hosts, in lower case, that ask for the card beside the one that a member types. */
    public Set<String> cardHosts() {
        return cardHosts;
    }

    /** Whether the file says what the term is called. */
    public boolean knows(Term term) {
        return entries.containsKey(term);
    }

    /**
     * What is pressed for a term, one after the other; possibly nothing.
     *
     * @throws DescriptionException if the file does not say
     */
    public List<Entry> all(Term term) {
        List<Entry> found = entries.get(term);
        if (found == null) {
            throw new DescriptionException(file + ": expected \"" + term.key() + "\" in \""
                    + term.section().key() + "\", which a scenario needs, got nothing: add it, or run other scenarios");
        }
        return found;
    }

    /**
     * The thing for a term.
     *
     * @throws DescriptionException if the file does not say
     */
    public Entry one(Term term) {
        return all(term).get(0);
    }

    /** An address, relative to the one that a member types. */
    public String address(Term term) {
        return ((Locator.Words) one(term).locator()).words();
    }

    private static final class Mocked {
        private static final PortalDescription PORTAL = load();

        private static PortalDescription load() {
            try (InputStream in = PortalDescription.class.getResourceAsStream(MOCKED)) {
                String text = new String(Objects.requireNonNull(in, MOCKED).readAllBytes(), StandardCharsets.UTF_8);
                return DescriptionFile.parse(MOCKED, text);
            } catch (IOException damaged) {
                throw new IllegalStateException("Archive: expected " + MOCKED + " in it, got " + damaged, damaged);
            }
        }
    }
}

package org.cacharness.drivers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cacharness.description.Entry;
import org.cacharness.description.PortalDescription;
import org.cacharness.description.Term;

/** The window in front in the procedure's terms: the portal's description says what each is called there. */
final class PortalScreen {
    private final Workstation computer;
    private final PortalDescription description;

    PortalScreen(Workstation computer, Portal portal) {
        this.computer = computer;
        this.description = portal.description();
    }

    /** Presses what the term stands for, one thing after the other. */
    void press(Term term) {
        description.all(term).forEach(entry -> screen().press(entry));
    }

    /** Whether the first thing to press can be seen. */
    boolean offers(Term term) {
        return description.all(term).stream().findFirst().stream().anyMatch(entry -> screen().offers(entry.locator()));
    }

    boolean asksFor(Term term) {
        return screen().asksFor(description.one(term).locator());
    }

    void fill(Term term, CharSequence typed) {
        screen().fill(description.one(term), typed);
    }

    void fill(Term term, Password password) {
        screen().fill(description.one(term), password);
    }

    void choose(Term term) {
        screen().choose(description.one(term));
    }

    void forge(Term term, String value) {
        screen().forge(description.one(term), value);
    }

    boolean shows(Term term) {
        return screen().shows(description.one(term));
    }

    /** The same, where the portal may have no such page. */
    boolean showsIfKnown(Term term) {
        return description.knows(term) && shows(term);
    }

    /** The first of the terms that the page shows; those that the portal's description leaves out are not looked for. */
    Optional<Term> firstShown(Stream<Term> terms) {
        List<Entry> known =
                terms.filter(description::knows).map(description::one).toList();
        return screen().firstShown(known).map(Entry::term);
    }

    Optional<String> value(Term term) {
        return screen().value(description.one(term));
    }

    private Screen screen() {
        return computer.screen();
    }
}

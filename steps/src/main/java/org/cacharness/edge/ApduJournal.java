package org.cacharness.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What went over the card's contacts, in order; safe to read while commands run. */
public final class ApduJournal {
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

    void add(JournalEntry entry) {
        entries.add(entry);
    }

    /** All entries so far. */
    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** All entries so far, one line each. */
    public List<String> lines() {
        return entries.stream().map(JournalEntry::line).toList();
    }
}

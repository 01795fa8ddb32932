package org.cacharness.edge;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What went over the card's contacts, in order; safe to read while commands run. */
public final class ApduJournal {
    private static final int STATUS_DIGITS = 4;
    private static final int WITH_DATA = 6;

    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

    void add(JournalEntry entry) {
        entries.add(entry);
    }

    /**
     * Adds a command of other software, as somebody saw it go over the contacts.
     *
     * @param at when
     * @param header CLA, INS, P1 and P2
     * @param command in hexadecimal, with asterisks for what is secret
     * @param response in hexadecimal with status word, with asterisks for what is secret
     */
    public void observed(Instant at, byte[] header, String command, String response) {
        boolean secret = command.endsWith("*");
        byte[] shape = secret ? Arrays.copyOf(header, WITH_DATA) : header;
        String name = CommandNames.of(shape) + (secret ? ", PIN masked" : "");
        int data = Math.max(0, response.length() - STATUS_DIGITS);
        StatusWord statusWord = new StatusWord(Integer.parseInt(response.substring(data), 16));
        String meaning = statusWord.meaning().isEmpty() ? "" : ", " + statusWord.meaning();
        add(new JournalEntry(at, name, command, response.substring(0, data), statusWord + meaning));
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

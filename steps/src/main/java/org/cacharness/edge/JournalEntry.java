package org.cacharness.edge;

import java.time.Instant;

/**
 * One command and its response, as far as they may be written down.
 *
 * @param at when the command was sent
 * @param name the command's name
 * @param command bytes in hexadecimal; the data of commands that carry a PIN are asterisks and never were anything else here
 * @param response data in hexadecimal, without the status word
 * @param outcome status word with its meaning, or what went wrong on the way
 */
public record JournalEntry(Instant at, String name, String command, String response, String outcome) {
    /** One line for people, for example {@code VERIFY, PIN masked → 63C2, 2 tries left}. */
    public String line() {
        return name + " → " + outcome;
    }
}

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
    private static final int HEADER_DIGITS = 8;

    /** One line for people, for example {@code VERIFY, PIN masked → 63C2, 2 tries left}. */
    public String line() {
        return name + " → " + outcome;
    }

    /** The command's four bytes and the lengths, without any of the data, which may be a person's. */
    public String shape() {
        int header = Math.min(HEADER_DIGITS, command.length());
        return command.substring(0, header).replaceAll("(..)(?=.)", "$1 ") + ", command " + bytes(command) + ", answer "
                + bytes(response) + " and status word";
    }

    private static String bytes(String digits) {
        return digits.length() / 2 == 1 ? "1 byte" : digits.length() / 2 + " bytes";
    }
}

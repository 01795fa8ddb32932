package org.cacharness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The real cards that may be used: a file with one serial in hexadecimal on each line, then, after a space, a comment that says
 * whose card it is. Empty lines and lines that begin with {@code #} are skipped.
 */
final class AllowedCards {
    private static final Pattern SERIAL = Pattern.compile("([0-9A-F]{2}){4,32}");

    private AllowedCards() {}

    /**
     * Reads the file.
     *
     * @return serials in upper case
     * @throws BadInputException if it can't be read, or a line is none of the above
     */
    static Set<String> read(Path file) throws BadInputException {
        Set<String> serials = new TreeSet<>();
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                serials.add(serial(file, number, line));
            }
        }
        return serials;
    }

    private static String serial(Path file, int number, String line) throws BadInputException {
        String first = line.split("[\\s#]", 2)[0].toUpperCase(Locale.ROOT);
        if (!SERIAL.matcher(first).matches()) {
            throw new BadInputException(file + ":" + number
                    + ": expected a card's serial in hexadecimal, then a comment, got \"" + line
                    + "\": './cac run --card auto' prints the serial of a card that is not on the list");
        }
        return first;
    }

    private static List<String> lines(Path file) throws BadInputException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BadInputException(
                    "--allowed-cards: expected a text file, got " + file + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}

package org.cacharness.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One machine's part of the scenarios.
 *
 * @param number 1 to {@code of}
 * @param of how many parts there are, 1 or more
 */
public record Shard(int number, int of) {
    /** Everything: one part of one. */
    public static final Shard ALL = new Shard(1, 1);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("expected a part between 1/" + of + " and " + of + "/" + of);
        }
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }

    /** As it is written on the command line: {@code 2/5}. */
    static final class Converter implements ITypeConverter<Shard> {
        private static final Pattern WORD = Pattern.compile("([0-9]{1,4})/([1-9][0-9]{0,3})");

        @Override
        public Shard convert(String word) {
            Matcher matcher = WORD.matcher(word);
            if (!matcher.matches()) {
                throw new TypeConversionException("expected a part such as 2/5, got " + word);
            }
            try {
                return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            } catch (IllegalArgumentException outside) {
                throw new TypeConversionException(outside.getMessage() + ", got " + word);
            }
        }
    }
}

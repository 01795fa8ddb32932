package org.cacharness.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;

/**
 * Finds any of many byte sequences in one pass.
 *
 * <p>The last four bytes read are looked up as a number: a bit set rejects nearly all of them, the few others are compared in
 * full. So the time depends on the file, hardly on the number of secrets.
 */
final class PatternIndex {
    private static final int PREFIX = Encodings.SHORTEST;
    private static final int FILTER_BITS = 20;
    private static final int WORD_BITS = 5;
    /** What stands before the number of a clock in Cucumber's messages; such a number can be any, also a PIN. */
    private static final List<byte[]> CLOCKS = List.of(
            "\"nanos\":".getBytes(StandardCharsets.US_ASCII), "\"seconds\":".getBytes(StandardCharsets.US_ASCII));

    /** Lists are replaced, never changed: one thread may add while others search. */
    private final Map<Integer, List<SecretPattern>> byPrefix = new ConcurrentHashMap<>();

    private final AtomicIntegerArray filter = new AtomicIntegerArray(1 << (FILTER_BITS - WORD_BITS));

    /** Adds a pattern. A search that begins afterwards finds it. */
    void add(SecretPattern pattern) {
        int prefix = pattern.prefix();
        byPrefix.merge(prefix, List.of(pattern), PatternIndex::longestFirst);
        int slot = slot(prefix);
        filter.accumulateAndGet(slot >>> WORD_BITS, 1 << slot, (word, bit) -> word | bit);
    }

    /** The longest first, so that a mask covers a whole PIN block and not only its digits. */
    private static List<SecretPattern> longestFirst(List<SecretPattern> known, List<SecretPattern> added) {
        return Stream.concat(known.stream(), added.stream())
                .sorted(Comparator.comparingInt(SecretPattern::length).reversed())
                .toList();
    }

    /**
     * All places at which a secret stands; none overlaps another.
     *
     * @param text what to search
     * @param clocks whether the numbers of {@code "nanos":} and {@code "seconds":} are left alone
     */
    List<Hit> find(byte[] text, boolean clocks) {
        List<Hit> hits = new ArrayList<>();
        int window = 0;
        int free = 0;
        for (int end = 0; end < text.length; end++) {
            window = (window << 8) | (text[end] & 0xFF);
            int start = end - PREFIX + 1;
            if (start >= free && mayBegin(window)) {
                Optional<SecretPattern> found = match(text, start, window, clocks);
                if (found.isPresent()) {
                    hits.add(new Hit(start, found.get()));
                    free = start + found.get().length();
                }
            }
        }
        return hits;
    }

    private Optional<SecretPattern> match(byte[] text, int start, int window, boolean clocks) {
        for (SecretPattern pattern : byPrefix.getOrDefault(window, List.of())) {
            int end = start + pattern.length();
            if (pattern.standsAt(text, start)
                    && !(pattern.isNumber() && isOtherNumber(text, start, end, clocks))
                    && !(pattern.isWord() && Words.isPart(text, start, end))) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }

    private static boolean isOtherNumber(byte[] text, int start, int end, boolean clocks) {
        return (start > 0 && isDigit(text[start - 1]))
                || (end < text.length && isDigit(text[end]))
                || (clocks && CLOCKS.stream().anyMatch(clock -> endsWith(text, start, clock)));
    }

    private static boolean endsWith(byte[] text, int end, byte[] what) {
        int start = end - what.length;
        return start >= 0 && Arrays.equals(text, start, end, what, 0, what.length);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private boolean mayBegin(int prefix) {
        int slot = slot(prefix);
        return (filter.get(slot >>> WORD_BITS) & (1 << slot)) != 0;
    }

    private static int slot(int prefix) {
        return (prefix * 0x9E3779B1) >>> (Integer.SIZE - FILTER_BITS);
    }

    /** A secret found at an offset. */
    record Hit(int start, SecretPattern pattern) {
        int end() {
            return start + pattern.length();
        }
    }
}

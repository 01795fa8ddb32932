package org.cacharness.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds any of many byte sequences in one pass.
 *
 * <p>The last four bytes read are looked up as a number: a bit set rejects nearly all of them, the few others are compared in
 * full. So the time depends on the file, hardly on the number of secrets.
 */
final class PatternIndex {
    private static final int PREFIX = Encodings.SHORTEST;
    private static final int FILTER_BITS = 20;
    /** What stands before the number of a clock in Cucumber's messages; such a number can be any, also a PIN. */
    private static final List<byte[]> CLOCKS = List.of(
            "\"nanos\":".getBytes(StandardCharsets.US_ASCII), "\"seconds\":".getBytes(StandardCharsets.US_ASCII));

    private final Map<Integer, List<SecretPattern>> byPrefix = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    PatternIndex(List<SecretPattern> patterns) {
        for (SecretPattern pattern : patterns) {
            int prefix = pattern.prefix();
            byPrefix.computeIfAbsent(prefix, key -> new ArrayList<>()).add(pattern);
            filter.set(slot(prefix));
        }
        // The longest first, so that a mask covers a whole PIN block and not only its digits.
        byPrefix.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
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
            if (start >= free && filter.get(slot(window))) {
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
            if (pattern.standsAt(text, start) && !(pattern.isNumber() && isOtherNumber(text, start, end, clocks))) {
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

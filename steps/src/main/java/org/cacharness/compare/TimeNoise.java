package org.cacharness.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * Which times are another for a reason, and not by the neighbours of a machine.
 *
 * <p>The second run as a whole may be slower or faster: each step is measured against the median ratio of all. Beyond that, a factor
 * of three and two seconds are noise.
 */
record TimeNoise(double medianRatio) {
    private static final double FACTOR = 3;
    private static final long MILLIS = 2000;

    static TimeNoise of(double[] ratios) {
        double[] sorted = ratios.clone();
        java.util.Arrays.sort(sorted);
        return new TimeNoise(sorted.length == 0 ? 1 : sorted[sorted.length / 2]);
    }

    /** {@code slower} or {@code faster}, or nothing if it is noise. */
    Optional<String> beyond(long before, long after) {
        double expected = before * medianRatio;
        if (Math.abs(after - expected) < MILLIS) {
            return Optional.empty();
        }
        if (after > expected * FACTOR) {
            return Optional.of("slower");
        }
        return after * FACTOR < expected ? Optional.of("faster") : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "median ratio %.2f", medianRatio);
    }
}

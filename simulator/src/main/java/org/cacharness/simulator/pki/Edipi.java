package org.cacharness.simulator.pki;

import java.util.regex.Pattern;

/**
 * A person's DoD identifier, as ten digits.
 *
 * <p>Only the range {@code 99xxxxxxxx} is accepted here. Identifiers of real people begin otherwise, so that no file of this
 * project can name one.
 *
 * @param digits ten digits, the first two {@code 99}
 */
public record Edipi(String digits) {
    private static final Pattern SYNTHETIC = Pattern.compile("99\\d{8}");

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if they are not ten digits of the synthetic range
     */
    public Edipi {
        if (!SYNTHETIC.matcher(digits).matches()) {
            throw new IllegalArgumentException("EDIPI: expected ten digits of the synthetic range 99xxxxxxxx, got \""
                    + digits + "\": give this test person a number that begins with 99");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}

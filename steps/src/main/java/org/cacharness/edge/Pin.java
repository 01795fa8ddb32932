package org.cacharness.edge;

import java.util.Arrays;

/**
 * A PIN: four to eight digits that appear nowhere else.
 *
 * <p>{@link #close()} zeroes it. The padded block exists only while a card is asked, and is zeroed afterwards.
 */
public final class Pin implements AutoCloseable {
    static final int BLOCK_LENGTH = 8;
    private static final int FEWEST_DIGITS = 4;
    private static final byte PADDING = (byte) 0xFF;

    private final char[] digits;
    private boolean closed;

    private Pin(char[] digits) {
        this.digits = digits;
    }

    /**
     * Takes a PIN; the given array is cloned, and stays the caller's to zero.
     *
     * @throws IllegalArgumentException if it is not four to eight digits; the message does not contain it
     */
    public static Pin of(char[] digits) {
        if (digits.length < FEWEST_DIGITS || digits.length > BLOCK_LENGTH || !areDigits(digits)) {
            throw new IllegalArgumentException("PIN: expected four to eight digits, got " + digits.length
                    + " characters: type the PIN that was chosen when the card was issued");
        }
        return new Pin(digits.clone());
    }

    /** Zeroes the digits; the PIN can't be used any more. */
    @Override
    public synchronized void close() {
        Arrays.fill(digits, '\0');
        closed = true;
    }

    /** Always {@code Pin[****]}. */
    @Override
    public String toString() {
        return "Pin[****]";
    }

    /** Writes the digits, padded with FF to eight bytes. Whoever owns the array zeroes it. */
    synchronized void writeBlock(byte[] command, int offset) {
        if (closed) {
            throw new IllegalStateException("PIN: expected one that is open, this one was closed and zeroed");
        }
        Arrays.fill(command, offset, offset + BLOCK_LENGTH, PADDING);
        for (int i = 0; i < digits.length; i++) {
            command[offset + i] = (byte) digits[i];
        }
    }

    /** The digits in a new array, for software that takes no other form of a PIN. Whoever asked zeroes it. */
    synchronized char[] copyOfDigits() {
        if (closed) {
            throw new IllegalStateException("PIN: expected one that is open, this one was closed and zeroed");
        }
        return digits.clone();
    }

    private static boolean areDigits(char[] digits) {
        for (char digit : digits) {
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }
}

package org.cacharness.edge;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * SW1 SW2 at the end of each response (ISO/IEC 7816-4, status bytes).
 *
 * @param value 0 to FFFF
 */
public record StatusWord(int value) {
    /** 9000: done. */
    public static final StatusWord DONE = new StatusWord(0x9000);

    static final StatusWord PIN_MISSING = new StatusWord(0x6982);
    static final StatusWord PIN_BLOCKED = new StatusWord(0x6983);
    static final StatusWord CONDITIONS_NOT_SATISFIED = new StatusWord(0x6985);
    static final StatusWord NOT_FOUND = new StatusWord(0x6A82);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not two bytes
     */
    public StatusWord {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("Status word: expected 0000 to FFFF, got " + Integer.toHexString(value));
        }
    }

    /** Whether the command was done. */
    public boolean isDone() {
        return value == 0x9000;
    }

    /** X of 63CX: presentations of the PIN that are left; empty for any other status word. */
    public OptionalInt triesLeft() {
        return (value & 0xFFF0) == 0x63C0 ? OptionalInt.of(value & 0x0F) : OptionalInt.empty();
    }

    int sw1() {
        return value >> 8;
    }

    int sw2() {
        return value & 0xFF;
    }

    /** What it means, in a few words; empty where only the command could tell. */
    public String meaning() {
        if (triesLeft().isPresent()) {
            return triesLeft().getAsInt() == 1 ? "1 try left" : triesLeft().getAsInt() + " tries left";
        }
        return switch (value) {
            case 0x6700 -> "wrong length";
            case 0x6881 -> "no logical channel";
            case 0x6882 -> "no secure messaging";
            case 0x6900, 0x6985 -> "not allowed here";
            case 0x6982 -> "PIN not verified";
            case 0x6983 -> "PIN blocked";
            case 0x6984 -> "data invalid";
            case 0x6A80 -> "wrong data";
            case 0x6A82 -> "not found";
            case 0x6A86 -> "wrong P1 or P2";
            case 0x6A88 -> "reference not found";
            case 0x6D00 -> "unknown instruction";
            case 0x6E00 -> "unknown class";
            case 0x6F00 -> "the card failed";
            default -> "";
        };
    }

    /** Four hexadecimal digits. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04X", value);
    }
}

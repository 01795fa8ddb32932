package org.cacharness.drivers;

import java.util.Arrays;

/** A password of the portal. It is typed into a page and shown nowhere else. */
public final class Password {
    private final char[] characters;

    /**
     * Keeps a copy of the characters.
     *
     * @param characters the password; the caller may clear its own copy
     */
    public Password(char[] characters) {
        this.characters = characters.clone();
    }

    /** A copy of the characters. */
    public char[] characters() {
        return characters.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && Arrays.equals(characters, that.characters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }

    @Override
    public String toString() {
        return "Password[****]";
    }
}

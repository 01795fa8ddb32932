package org.cacharness.simulator.pki;

import java.security.SecureRandom;

/** The password of the in-memory key stores: random in every run, never shown. */
final class StorePassword {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 24;

    private final char[] characters = new char[LENGTH];

    StorePassword() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < LENGTH; i++) {
            characters[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
    }

    char[] characters() {
        return characters.clone();
    }

    @Override
    public String toString() {
        return "StorePassword[****]";
    }
}

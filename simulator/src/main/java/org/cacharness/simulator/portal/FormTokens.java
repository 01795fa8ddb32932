package org.cacharness.simulator.portal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The tokens that tie a form to the session it was served to (OWASP, synchronizer token).
 *
 * <p>Each token is the session's secret under a fresh mask, so that no two pages carry the same one.
 */
final class FormTokens {
    private static final int LENGTH = 16;

    private final byte[] secret = new byte[LENGTH];
    private final SecureRandom random;

    FormTokens(SecureRandom random) {
        this.random = random;
        random.nextBytes(secret);
    }

    String issue() {
        byte[] token = new byte[2 * LENGTH];
        random.nextBytes(token);
        for (int i = 0; i < LENGTH; i++) {
            token[LENGTH + i] = (byte) (token[i] ^ secret[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean issued(String token) {
        byte[] bytes = decode(token);
        if (bytes.length != 2 * LENGTH) {
            return false;
        }
        byte[] unmasked = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            unmasked[i] = (byte) (bytes[i] ^ bytes[LENGTH + i]);
        }
        return MessageDigest.isEqual(secret, unmasked);
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "FormTokens[****]";
    }
}

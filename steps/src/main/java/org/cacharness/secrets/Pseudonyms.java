package org.cacharness.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonyms of one run: the same for the same person all through it, and others in the next run.
 *
 * <p>They are made with HMAC-SHA-256 (RFC 2104) by a key that is drawn for the run and kept nowhere. So nobody can tell afterwards
 * whose they are, not even by trying all ten-digit numbers. They consist of letters alone: no scanner takes them for a number.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LETTERS = 10;

    private final SecretKeySpec key;

    Pseudonyms() {
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        key = new SecretKeySpec(drawn, ALGORITHM);
    }

    /** Ten letters from a to p behind the kind's word, for example {@code name-gkdfoahbnm}. */
    String of(SecretKind kind, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((kind.pseudonym() + ":").getBytes(StandardCharsets.US_ASCII));
            byte[] digest = mac.doFinal(value);
            StringBuilder pseudonym = new StringBuilder(kind.pseudonym()).append('-');
            for (int at = 0; at < LETTERS; at++) {
                pseudonym.append((char) ('a' + (digest[at] & 0x0F)));
            }
            return pseudonym.toString();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + ": every JDK has it", missing);
        }
    }
}

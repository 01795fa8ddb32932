package org.cacharness.simulator.portal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * A password that was issued, as a salted digest.
 *
 * <p>One round of SHA-256 is enough here: the digest lives as long as a scenario and is never written anywhere.
 */
final class Password {
    /** How long a password set after a CAC Login is valid (procedure, "Changing Your Password for 150 Days"). */
    static final Duration LONG = Duration.ofDays(150);
    /** How long any other password is valid. The procedure does not say; this is our assumption. */
    static final Duration ORDINARY = Duration.ofDays(60);

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final byte[] salt = new byte[16];
    private final byte[] digest;
    private final Instant issuedAt;
    private final Duration validity;

    Password(char[] secret, Instant issuedAt, Duration validity, SecureRandom random) {
        random.nextBytes(salt);
        this.digest = digest(salt, secret);
        this.issuedAt = issuedAt;
        this.validity = validity;
    }

    /** A new random secret, free of letters that look alike. */
    static char[] randomSecret(SecureRandom random) {
        char[] secret = new char[14];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return secret;
    }

    boolean matches(char[] candidate) {
        return MessageDigest.isEqual(digest, digest(salt, candidate));
    }

    Instant issuedAt() {
        return issuedAt;
    }

    boolean isLong() {
        return validity.equals(LONG);
    }

    /** The last instant at which the password still logs in: its age is then exactly its validity. */
    Instant validUntil() {
        return issuedAt.plus(validity);
    }

    /** Whether the password is too old now, by a portal that miscounts its days by {@code error}. */
    boolean expired(Instant now, Duration error) {
        return now.isAfter(validUntil().plus(error));
    }

    private static byte[] digest(byte[] salt, char[] secret) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            sha.update(bytes.duplicate());
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected in every JDK, got none: use a complete JDK", e);
        } finally {
            wipe(bytes);
        }
    }

    private static void wipe(ByteBuffer bytes) {
        bytes.clear();
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Password[****, issued " + issuedAt + "]";
    }
}

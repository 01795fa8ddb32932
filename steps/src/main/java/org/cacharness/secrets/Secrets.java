package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The secrets of one run: who makes or receives one registers it, who writes masks by it.
 *
 * <p>One object for each run, handed on explicitly. It may be used by many threads. What is registered stays until the run ends,
 * for the files are scanned only then.
 */
public final class Secrets {
    private static final byte[] MASK = "****".getBytes(UTF_8);

    private final Set<String> known = new HashSet<>();
    private final PatternIndex index = new PatternIndex();

    /**
     * Makes a secret known that is text. The caller may wipe its array afterwards.
     *
     * @param kind what it is
     * @param value the secret, at least four characters
     * @throws IllegalArgumentException if it is shorter, for then every file would seem to hold it
     */
    public void register(SecretKind kind, char[] value) {
        String text = new String(value);
        add(kind, "text:" + text, text.getBytes(UTF_8).length, () -> Encodings.ofText(kind, text));
    }

    /**
     * Makes a secret known that is bytes. The caller may wipe its array afterwards.
     *
     * @param kind what it is
     * @param value the secret, at least four bytes; of a long one its first 128 bytes are sought
     * @throws IllegalArgumentException if it is shorter
     */
    public void register(SecretKind kind, byte[] value) {
        byte[] copy = value.clone();
        add(kind, "bytes:" + new String(copy, ISO_8859_1), copy.length, () -> Encodings.ofBytes(kind, copy));
    }

    /** Makes the private parts of a key known: of RSA the primes and exponents, of EC the scalar. The public parts are no secret. */
    public void register(PrivateKey key) {
        if (key instanceof RSAPrivateCrtKey rsa) {
            for (var part : List.of(
                    rsa.getPrivateExponent(),
                    rsa.getPrimeP(),
                    rsa.getPrimeQ(),
                    rsa.getPrimeExponentP(),
                    rsa.getPrimeExponentQ(),
                    rsa.getCrtCoefficient())) {
                register(SecretKind.PRIVATE_KEY, magnitude(part));
            }
        } else if (key instanceof ECPrivateKey ec) {
            register(SecretKind.PRIVATE_KEY, magnitude(ec.getS()));
        } else {
            throw new IllegalArgumentException("Register a private key: expected RSA with CRT parts or EC, got "
                    + key.getAlgorithm() + ": register its secret bytes instead");
        }
    }

    /** The same text with {@code ****} in place of every secret, in whatever encoding it stands there. */
    public String mask(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] masked = mask(bytes);
        return masked == bytes ? text : new String(masked, UTF_8);
    }

    /** The same bytes with {@code ****} in place of every secret; the same array if there is none. */
    public byte[] mask(byte[] bytes) {
        List<PatternIndex.Hit> hits = index.find(bytes, false);
        if (hits.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream(bytes.length);
        int from = 0;
        for (PatternIndex.Hit hit : hits) {
            masked.write(bytes, from, hit.start() - from);
            masked.writeBytes(MASK);
            from = hit.end();
        }
        masked.write(bytes, from, bytes.length - from);
        return masked.toByteArray();
    }

    /** How many secrets are known. */
    public synchronized int size() {
        return known.size();
    }

    /** Of all that is registered, also of what will be. */
    PatternIndex index() {
        return index;
    }

    private synchronized void add(
            SecretKind kind, String identity, int length, Supplier<List<SecretPattern>> encodings) {
        if (length < Encodings.SHORTEST) {
            throw new IllegalArgumentException(
                    "Register a " + kind.words() + ": expected at least " + Encodings.SHORTEST + " characters, got "
                            + length + ": a shorter one cannot be told from other text");
        }
        if (known.add(kind + ":" + identity)) {
            encodings.get().forEach(index::add);
        }
    }

    private static byte[] magnitude(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    @Override
    public String toString() {
        return "Secrets[" + size() + " known, ****]";
    }
}

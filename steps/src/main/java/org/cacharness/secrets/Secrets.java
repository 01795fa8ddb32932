package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one run: who makes or receives one registers it, who writes masks by it.
 *
 * <p>One object for each run, handed on explicitly. It may be used by many threads. What is registered stays until the run ends,
 * for the files are scanned only then.
 */
public final class Secrets {
    private static final Pattern PICTURE = Pattern.compile(
            "data:image/(?:jpe?g|png|gif|webp|bmp|avif|tiff)(?:;[a-z0-9=-]+)*;base64,([A-Za-z0-9+/=\\s]+)");

    private final Set<String> known = new HashSet<>();
    private final PatternIndex index = new PatternIndex();
    private final @Nullable PersonalData people;

    /** The secrets of a run that shows people as they are, for they are synthetic, or somebody answers for it. */
    public Secrets() {
        this(false);
    }

    private Secrets(boolean hidesPeople) {
        people = hidesPeople ? new PersonalData(index) : null;
    }

    /** The secrets of a run that hides people behind pseudonyms, the same for the same person all through it. */
    public static Secrets hidingPeople() {
        return new Secrets(true);
    }

    /** Whether people are hidden. */
    public boolean hidesPeople() {
        return people != null;
    }

    /**
     * Makes a cardholder known: name, DoD ID number, UPN, e-mail address and the certificate's serial number. From now on they are
     * masked by pseudonyms, and found where they stand unmasked. Nothing happens where people are not hidden.
     *
     * @param spared names that the scenarios give to people; they stay, also where the cardholder has the same
     */
    public void hideHolder(X509Certificate certificate, Set<String> spared) {
        if (people != null) {
            people.hide(certificate, spared);
        }
    }

    /** Makes a card's serial number known as a person's, where people are hidden. */
    public void hideCard(String serial) {
        if (people != null) {
            people.hideCard(serial);
        }
    }

    /** The same page without its pictures, each of which may be a photograph, where people are hidden: their pseudonyms instead. */
    public String withoutPhotographs(String page) {
        PersonalData hidden = people;
        if (hidden == null) {
            return page;
        }
        return PICTURE.matcher(page).replaceAll(picture -> Matcher.quoteReplacement(drawing(hidden, picture.group(1))));
    }

    private static String drawing(PersonalData hidden, String base64) {
        byte[] picture = Base64.getMimeDecoder().decode(base64);
        return "data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 viewBox=%270 0 120 120%27%3E"
                + "%3Crect width=%27120%27 height=%27120%27 fill=%27%23bbb%27/%3E%3Ctext x=%274%27 y=%2764%27 font-size=%279%27%3E"
                + hidden.hidePhotograph(picture) + "%3C/text%3E%3C/svg%3E";
    }

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
        return replaced(bytes, index.find(bytes, false));
    }

    /**
     * The same bytes with pseudonyms in place of personal data that can be read, and with every secret as it stands: for files that
     * others have written. A secret must be found in them and not hidden; so must a person's data inside of what is encoded, for there
     * they should have been masked before.
     */
    public byte[] hidePeople(byte[] bytes) {
        if (people == null) {
            return bytes;
        }
        return replaced(
                bytes,
                index.find(bytes, true).stream()
                        .filter(hit -> hit.pattern().kind().isPersonal()
                                && hit.pattern().encoding().isText())
                        .toList());
    }

    private static byte[] replaced(byte[] bytes, List<PatternIndex.Hit> hits) {
        if (hits.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream(bytes.length);
        int from = 0;
        for (PatternIndex.Hit hit : hits) {
            masked.write(bytes, from, hit.start() - from);
            masked.writeBytes(hit.pattern().replacement());
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

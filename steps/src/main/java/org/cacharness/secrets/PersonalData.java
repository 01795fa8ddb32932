package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The personal data of a run's cardholders, each hidden behind a pseudonym. What one certificate says is enough to know all ways in
 * which it can be written.
 */
final class PersonalData {
    private static final Pattern DOD_ID = Pattern.compile("(?<!\\d)\\d{10}(?!\\d)");
    private static final int SHORTEST_SERIAL = 6;
    /** Shorter ones would be found by chance where they are packed densely: in base64, in hexadecimal. */
    private static final int SHORTEST_ENCODED = 8;

    private static final int SERIAL_BYTES = 8;
    private static final int PHOTOGRAPH_PIECE = 128;

    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final PatternIndex index;
    private final Set<String> known = new LinkedHashSet<>();

    PersonalData(PatternIndex index) {
        this.index = index;
    }

    /**
     * Hides the holder of a certificate.
     *
     * @param spared names that scenarios give to people, which tell nothing of a cardholder
     */
    synchronized void hide(X509Certificate certificate, Set<String> spared) {
        Cardholder holder = Cardholder.of(certificate);
        name(holder.commonName(), spared);
        DOD_ID.matcher(holder.commonName()).results().forEach(number -> text(SecretKind.DOD_ID, number.group()));
        holder.emails().forEach(address -> inCases(SecretKind.EMAIL, address));
        holder.principalNames().forEach(name -> inCases(SecretKind.PRINCIPAL_NAME, name));
        holder.fascN().forEach(number -> bytes(SecretKind.DOD_ID, number));
        serial(holder.serial());
    }

    /** Hides a card's serial number. */
    synchronized void hideCard(String serial) {
        inCases(SecretKind.CARD_SERIAL, serial);
    }

    /** Hides a photograph. Its first half is not sought: pictures of one kind begin alike. */
    synchronized String hidePhotograph(byte[] picture) {
        byte[] telling = Arrays.copyOfRange(
                picture, picture.length / 2, Math.min(picture.length, picture.length / 2 + PHOTOGRAPH_PIECE));
        String pseudonym = pseudonyms.of(SecretKind.PHOTOGRAPH, picture);
        if (telling.length >= 2 * SERIAL_BYTES) {
            add(
                    SecretKind.PHOTOGRAPH,
                    pseudonym,
                    HexFormat.of().formatHex(telling),
                    Encodings.ofBytes(SecretKind.PHOTOGRAPH, telling));
        }
        return pseudonym;
    }

    /** One pseudonym for all ways in which a person's name is written. */
    private void name(String commonName, Set<String> spared) {
        PersonName name = PersonName.of(commonName);
        String pseudonym = pseudonyms.of(SecretKind.NAME, name.toString().getBytes(UTF_8));
        Set<String> encoded = name.likelyEncoded();
        name.whole().forEach(written -> text(SecretKind.NAME, pseudonym, written, encoded.contains(written)));
        name.alone().stream()
                .filter(part -> part.length() >= Encodings.SHORTEST)
                .filter(part -> !spared.contains(part) && !OrdinaryWords.contain(part))
                .forEach(part -> text(SecretKind.NAME, pseudonym, part, false));
    }

    private void serial(BigInteger number) {
        String hex = number.toString(16);
        if (hex.length() < SHORTEST_SERIAL) {
            return;
        }
        String pseudonym = pseudonyms.of(SecretKind.CERTIFICATE_SERIAL, number.toByteArray());
        byte[] magnitude = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex);
        Set<String> written = new LinkedHashSet<>(List.of(hex, number.toString()));
        for (String delimiter : List.of("", " ", ":", "-")) {
            written.add(HexFormat.ofDelimiter(delimiter).formatHex(magnitude));
        }
        written.forEach(each -> text(SecretKind.CERTIFICATE_SERIAL, pseudonym, each));
        written.forEach(each -> text(SecretKind.CERTIFICATE_SERIAL, pseudonym, each.toUpperCase(Locale.ROOT)));
        if (magnitude.length >= SERIAL_BYTES) {
            add(
                    SecretKind.CERTIFICATE_SERIAL,
                    pseudonym,
                    "bytes of " + hex,
                    Encodings.ofBytes(SecretKind.CERTIFICATE_SERIAL, magnitude));
        }
    }

    private void inCases(SecretKind kind, String value) {
        String pseudonym = pseudonyms.of(kind, value.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        for (String written : List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT))) {
            text(kind, pseudonym, written);
        }
    }

    private void text(SecretKind kind, String value) {
        text(kind, pseudonyms.of(kind, value.getBytes(UTF_8)), value);
    }

    private void bytes(SecretKind kind, byte[] value) {
        add(kind, pseudonyms.of(kind, value), HexFormat.of().formatHex(value), Encodings.ofBytes(kind, value));
    }

    private void text(SecretKind kind, String pseudonym, String written) {
        text(kind, pseudonym, written, written.length() >= SHORTEST_ENCODED);
    }

    private void text(SecretKind kind, String pseudonym, String written, boolean encoded) {
        if (known.contains(kind + ":" + written)) {
            return;
        }
        List<SecretPattern> patterns = Encodings.ofText(kind, written).stream()
                .filter(pattern -> pattern.encoding().isText() || encoded)
                .toList();
        add(kind, pseudonym, written, patterns);
    }

    private void add(SecretKind kind, String pseudonym, String identity, List<SecretPattern> patterns) {
        if (known.add(kind + ":" + identity)) {
            patterns.forEach(pattern -> index.add(pattern.behind(pseudonym)));
        }
    }
}

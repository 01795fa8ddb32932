package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every way in which one secret can stand in a file.
 *
 * <p>A long binary secret (a private key) is sought by pieces of {@value #PIECE} bytes: a PEM file breaks its lines after 48
 * bytes, so that the whole would never be found in one, while at least two neighbouring pieces always are. One of less than two pieces, as the
 * scalar of each 256th EC key, whose first byte is zero and left out, is sought by its halves: a line breaks in one of them at most.
 */
final class Encodings {
    /** Shorter secrets would be found everywhere. */
    static final int SHORTEST = 4;

    private static final int PIECE = 16;
    private static final int PIECES = 8;
    private static final int PIN_BLOCK_LENGTH = 8;
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final SecretKind kind;
    private final List<SecretPattern> patterns = new ArrayList<>();

    private Encodings(SecretKind kind) {
        this.kind = kind;
    }

    /** The patterns of a secret that is text. */
    static List<SecretPattern> ofText(SecretKind kind, String secret) {
        Encodings all = new Encodings(kind);
        all.binary(secret.getBytes(UTF_8), kind.isNumber());
        all.utf16(secret);
        all.escaped(secret);
        if (kind.isNumber() && !kind.isPersonal() && secret.length() < PIN_BLOCK_LENGTH) {
            all.pinBlock(secret);
        }
        return all.patterns;
    }

    /** The patterns of a secret that is bytes. */
    static List<SecretPattern> ofBytes(SecretKind kind, byte[] secret) {
        Encodings all = new Encodings(kind);
        if (secret.length < PIECE) {
            all.binary(secret, false);
            return all.patterns;
        }
        if (secret.length < 2 * PIECE) {
            int half = secret.length / 2;
            all.binary(Arrays.copyOfRange(secret, 0, half), false);
            all.binary(Arrays.copyOfRange(secret, half, secret.length), false);
            return all.patterns;
        }
        for (int at = 0; at + PIECE <= secret.length && at < PIECE * PIECES; at += PIECE) {
            all.binary(Arrays.copyOfRange(secret, at, at + PIECE), false);
        }
        return all.patterns;
    }

    private void binary(byte[] secret, boolean digits) {
        add(SecretEncoding.PLAIN, secret, digits);
        hex(SecretEncoding.HEX, secret);
        for (int alignment = 0; alignment < 3; alignment++) {
            String found = base64(secret, alignment);
            add(SecretEncoding.BASE64, found);
            add(SecretEncoding.BASE64, found.replace('+', '-').replace('/', '_'));
            add(SecretEncoding.BASE64, found.replace("/", "\\/"));
        }
    }

    /** Only those characters of the base64 text that depend on the secret alone, with so many foreign bytes before it. */
    private static String base64(byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String text = new String(Base64.getEncoder().withoutPadding().encode(shifted), ISO_8859_1);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, last);
    }

    private void hex(SecretEncoding encoding, byte[] secret) {
        for (HexFormat format : List.of(LOWER, UPPER)) {
            for (String delimiter : List.of("", " ", ":")) {
                add(encoding, format.withDelimiter(delimiter).formatHex(secret));
            }
        }
    }

    private void pinBlock(String pin) {
        byte[] block = new byte[PIN_BLOCK_LENGTH];
        Arrays.fill(block, (byte) 0xFF);
        byte[] digits = pin.getBytes(UTF_8);
        System.arraycopy(digits, 0, block, 0, digits.length);
        hex(SecretEncoding.PIN_BLOCK, block);
        add(SecretEncoding.PIN_BLOCK, block, false);
    }

    private void utf16(String secret) {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            add(SecretEncoding.UTF16, secret.getBytes(charset), false);
        }
    }

    private void escaped(String secret) {
        String url = URLEncoder.encode(secret, UTF_8);
        for (String one : List.of(url, url.replace("+", "%20"))) {
            add(SecretEncoding.URL, one);
            add(SecretEncoding.URL, lowerCaseEscapes(one));
        }
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
        for (String one : List.of(
                json, json.replace("/", "\\/"), json.replace("<", "\\x3C").replace("/", "\\x2F"))) {
            add(SecretEncoding.JSON, one);
        }
        add(SecretEncoding.JSON, unicodeEscapes(json, "<>&'=", false));
        add(SecretEncoding.JSON, unicodeEscapes(json, "", false));
        add(SecretEncoding.JSON, unicodeEscapes(json, "", true));
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;");
        for (String one : List.of(xml, xml.replace(">", "&gt;"))) {
            add(SecretEncoding.MARKUP, one);
            for (String quote : List.of("&quot;", "&#34;", "&#x22;")) {
                String quoted = one.replace("\"", quote);
                add(SecretEncoding.MARKUP, quoted);
                for (String apostrophe : List.of("&#39;", "&#x27;", "&apos;")) {
                    String both = quoted.replace("'", apostrophe);
                    add(SecretEncoding.MARKUP, both);
                    add(SecretEncoding.MARKUP, both.replace("=", "&#x3D;").replace("`", "&#x60;"));
                }
            }
        }
    }

    private static String lowerCaseEscapes(String url) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(url)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private static String unicodeEscapes(String text, String also, boolean upperCase) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x7F && also.indexOf(c) < 0) {
                escaped.append(c);
            } else {
                String hex = LOWER.toHexDigits(c);
                escaped.append("\\u").append(upperCase ? hex.toUpperCase(Locale.ROOT) : hex);
            }
        }
        return escaped.toString();
    }

    private void add(SecretEncoding encoding, String text) {
        add(encoding, text.getBytes(UTF_8), kind.isNumber() && onlyDigits(text));
    }

    private void add(SecretEncoding encoding, byte[] bytes, boolean digits) {
        Optional<SecretPattern> same =
                patterns.stream().filter(known -> known.holds(bytes)).findFirst();
        if (bytes.length >= SHORTEST && same.isEmpty()) {
            patterns.add(new SecretPattern(kind, encoding, bytes, digits));
        }
    }

    private static boolean onlyDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

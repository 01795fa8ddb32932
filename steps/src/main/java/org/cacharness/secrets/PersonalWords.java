package org.cacharness.secrets;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a page may name a person or a certificate, each at its place in a list: the same place has the same way of writing
 * for whoever it is, so that a word of one can be put where one of another stood. A word may come twice, and is empty where somebody has none.
 */
public final class PersonalWords {
    private static final Pattern DOD_ID = Pattern.compile("(?<!\\d)\\d{10}(?!\\d)");
    private static final int SHORTEST = 3;

    private PersonalWords() {}

    /** The ways of writing a person's name and number, of which the longest are the likeliest to be meant. */
    public static List<String> of(String commonName) {
        PersonName name = PersonName.of(commonName);
        List<String> words = new ArrayList<>(List.of(commonName));
        Matcher number = DOD_ID.matcher(commonName);
        words.add(number.find() ? number.group() : commonName);
        words.addAll(name.inPlaces());
        name.aloneInPlaces().forEach(part -> words.add(part.length() >= SHORTEST ? part : ""));
        return words;
    }

    /** The ways of writing a certificate's serial number, then what names its holder. */
    public static List<String> of(X509Certificate certificate) {
        Cardholder holder = Cardholder.of(certificate);
        List<String> words = new ArrayList<>(serial(certificate.getSerialNumber()));
        words.addAll(of(holder.commonName()));
        words.add(holder.emails().stream().findFirst().orElse(""));
        words.add(holder.principalNames().stream().findFirst().orElse(""));
        holder.emails().stream().skip(1).forEach(words::add);
        holder.principalNames().stream().skip(1).forEach(words::add);
        return words;
    }

    private static List<String> serial(BigInteger number) {
        List<String> words = new ArrayList<>();
        byte[] signed = number.toByteArray();
        String hex = number.toString(16);
        byte[] magnitude = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex);
        for (String delimiter : List.of("", ":", " ", "-")) {
            for (byte[] bytes : List.of(magnitude, signed)) {
                String written = HexFormat.ofDelimiter(delimiter).formatHex(bytes);
                words.add(written);
                words.add(written.toUpperCase(Locale.ROOT));
            }
        }
        words.add(hex);
        words.add(hex.toUpperCase(Locale.ROOT));
        words.add(number.toString());
        return words;
    }
}

package org.cacharness.simulator.pki;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic person: cardholder of a CAC and member of the portal.
 *
 * @param id what the scenarios call the person, for example {@code Ada}; unique
 * @param last surname, upper case; letters outside A to Z are transliterated in the certificate
 * @param first first name, upper case
 * @param middle middle name or initial, upper case, or null
 * @param generation {@code JR}, {@code SR}, {@code II}, {@code III}, {@code IV}, or null
 * @param edipi the person's DoD identifier
 * @param component organisational unit in the subject name, for example {@code USA}, {@code USN}, {@code CONTRACTOR}
 * @param email e-mail address in the certificates, or null where the person has none
 * @param username the name of the person's portal account
 * @param why what this person is there to test, one sentence
 * @param particulars what is true of few people
 */
public record Persona(
        String id,
        String last,
        String first,
        @Nullable String middle,
        @Nullable String generation,
        Edipi edipi,
        String component,
        @Nullable String email,
        String username,
        String why,
        Particulars particulars) {
    /** X.520, ub-common-name. */
    private static final int LONGEST_COMMON_NAME = 64;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTS_AT_THE_END = Pattern.compile("\\.+$");

    /** Letters that do not decompose into a base letter and an accent (ICAO 9303-3, section 6.A). */
    private static final Map<String, String> WHOLE_LETTERS =
            Map.of("ß", "SS", "ẞ", "SS", "Ø", "OE", "Æ", "AE", "Œ", "OE", "Ł", "L", "Đ", "D", "Þ", "TH");

    /** A person of whom nothing particular is true. */
    public Persona(
            String id,
            String last,
            String first,
            @Nullable String middle,
            @Nullable String generation,
            Edipi edipi,
            String component,
            @Nullable String email,
            String username,
            String why) {
        this(id, last, first, middle, generation, edipi, component, email, username, why, Particulars.ordinary());
    }

    /** The same person as on the other card: the one before, or the one of a second affiliation. */
    public Persona onOtherCard() {
        OtherCard other = particulars.other();
        return new Persona(
                id,
                other.last() == null ? last : other.last(),
                first,
                middle,
                generation,
                edipi,
                other.component() == null ? component : other.component(),
                other.email() == null ? email : other.email(),
                username,
                why,
                particulars.onOtherCard());
    }

    /**
     * Common name as DoD writes it: {@code LAST.FIRST[.MIDDLE][.GENERATION].EDIPI} without spaces around the dots.
     *
     * <p>At most 64 characters (X.520, ub-common-name): a longer name loses its end, never the EDIPI.
     */
    public String commonName() {
        String written = particulars.subject();
        return written == null ? dotted() : written;
    }

    private String dotted() {
        StringBuilder name = new StringBuilder(last).append('.').append(first);
        if (middle != null) {
            name.append('.').append(middle);
        }
        if (generation != null) {
            name.append('.').append(generation);
        }
        String tail = "." + edipi.digits();
        return cut(transliterated(name.toString()), LONGEST_COMMON_NAME - tail.length()) + tail;
    }

    /** Whether the person's certificates have the EDIPI in them; those of other programmes do not. */
    boolean hasEdipi() {
        return switch (particulars.programme()) {
            case CAC, JITC -> true;
            case PIV, ECA, DEVICE -> false;
        };
    }

    /** The number by which the issuer of the card knows the person, in ten digits. */
    String tenDigits() {
        String number = particulars.number();
        return hasEdipi()
                ? edipi.digits()
                : String.format(Locale.ROOT, "%10s", number == null ? "" : number)
                        .replace(' ', '0');
    }

    /** To whom the person belongs, and as what. */
    Affiliation affiliation() {
        Affiliation told = particulars.affiliation();
        return told == null ? Affiliation.of(component) : told;
    }

    /** The EDIPI and the affiliation: the local part of the principal name in the PIV authentication certificate. */
    String sixteenDigits() {
        return edipi + affiliation().digits();
    }

    private static String cut(String name, int length) {
        return name.length() <= length
                ? name
                : DOTS_AT_THE_END.matcher(name.substring(0, length)).replaceFirst("");
    }

    private static String transliterated(String name) {
        String letters = name;
        for (Map.Entry<String, String> letter : WHOLE_LETTERS.entrySet()) {
            letters = letters.replace(letter.getKey(), letter.getValue());
        }
        return ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
    }
}

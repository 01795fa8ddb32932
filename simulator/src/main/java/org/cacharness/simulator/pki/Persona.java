package org.cacharness.simulator.pki;

import org.jspecify.annotations.Nullable;

/**
 * A synthetic person: cardholder of a CAC and member of the portal.
 *
 * @param id what the scenarios call the person, for example {@code Ada}; unique
 * @param last surname as printed in the certificate, upper case
 * @param first first name, upper case
 * @param middle middle name or initial, upper case, or null
 * @param generation {@code JR}, {@code SR}, {@code II}, {@code III}, {@code IV}, or null
 * @param edipi the person's DoD identifier
 * @param component organisational unit in the subject name, for example {@code USA}, {@code USN}, {@code CONTRACTOR}
 * @param email e-mail address in the certificates, or null where the person has none
 * @param username the name of the person's portal account
 * @param why what this person is there to test, one sentence
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
        String why) {

    /** Common name as DoD writes it: {@code LAST.FIRST[.MIDDLE][.GENERATION].EDIPI} without spaces around the dots. */
    public String commonName() {
        StringBuilder name = new StringBuilder(last).append('.').append(first);
        if (middle != null) {
            name.append('.').append(middle);
        }
        if (generation != null) {
            name.append('.').append(generation);
        }
        return name.append('.').append(edipi.digits()).toString();
    }
}

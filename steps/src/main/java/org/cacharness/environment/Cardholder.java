package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Whom a real card's certificate names.
 *
 * @param commonName {@code LAST.FIRST.MIDDLE.EDIPI}
 * @param dodIdNumber its last part, ten digits
 */
record Cardholder(String commonName, String dodIdNumber) {
    /** The account's name at the mocked portal: nobody's own, so that no person's name is made up from a real one. */
    static final String USERNAME = "cardholder";

    private static final Pattern NAME_AND_NUMBER = Pattern.compile(".+\\.(\\d{10})");

    /** Reads the subject's common name; empty if it does not end in ten digits. */
    static Optional<Cardholder> of(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .flatMap(Cardholder::named);
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Cardholder> named(String commonName) {
        Matcher matcher = NAME_AND_NUMBER.matcher(commonName);
        return matcher.matches() ? Optional.of(new Cardholder(commonName, matcher.group(1))) : Optional.empty();
    }
}

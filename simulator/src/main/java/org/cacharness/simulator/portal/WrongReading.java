package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How portals in the field misread a certificate's subject: each works for an ordinary name. */
@FunctionalInterface
interface WrongReading {
    /** Every wrong reading, by the mutant that has it. */
    Map<PortalMutant, WrongReading> ALL = Map.of(
            READS_NAME_GREEDILY, certificate -> lastPart(found("CN=(.+)", oneLine(certificate))),
            EXPECTS_FOUR_PARTS,
                    certificate -> commonName(certificate)
                            .filter(name -> name.split("\\.", -1).length == 4)
                            .flatMap(name -> lastPart(Optional.of(name))),
            EXPECTS_PLAIN_NAME,
                    certificate -> commonName(certificate)
                            .flatMap(name -> found("^[A-Z'-]+\\.[A-Z'-]+(?:\\.[A-Z'-]*)?\\.?(\\d{10})$", name)),
            CUTS_NAME_AT_FIRST_COMMA,
                    certificate -> lastPart(Optional.of(oneLine(certificate)
                            .substring(0, oneLine(certificate).indexOf(',')))),
            SPLITS_NAME_ON_COMMAS,
                    certificate ->
                            splits(oneLine(certificate)) ? CertificateSubject.edipi(certificate) : Optional.empty(),
            TAKES_FIRST_DIGITS, certificate -> commonName(certificate).flatMap(name -> found("(\\d+)", name)),
            TAKES_TEN_DIGITS_ANYWHERE, certificate -> found("(\\d{10})", oneLine(certificate)),
            TAKES_PRINCIPAL_NAME,
                    certificate -> AlternativeNames.of(certificate)
                            .principal()
                            .map(name -> name.replaceFirst("@.*", ""))
                            .or(() -> CertificateSubject.edipi(certificate)));

    /** What this portal takes for the DoD ID number. */
    Optional<String> number(X509Certificate certificate);

    private static String oneLine(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        return CertificateSubject.commonName(certificate);
    }

    private static Optional<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> lastPart(Optional<String> name) {
        return name.map(dotted -> dotted.substring(dotted.lastIndexOf('.') + 1))
                .filter(part -> part.matches("\\d{10}"));
    }

    /** Whether each piece between commas is one name and one value, as code that splits there expects. */
    private static boolean splits(String name) {
        for (String piece : name.split(",", -1)) {
            if (piece.split("=", -1).length != 2) {
                return false;
            }
        }
        return true;
    }
}

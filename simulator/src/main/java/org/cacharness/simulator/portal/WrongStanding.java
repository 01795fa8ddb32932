package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Portals that turn members away for what their certificates say beside the DoD ID number. */
final class WrongStanding {
    private static final Set<String> SERVICES = Set.of("USA", "USN", "USAF", "USMC", "USCG");
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";

    private static final Map<PortalMutant, Predicate<X509Certificate>> TURNED_AWAY = Map.of(
            FIRST_UNIT_DECIDES, certificate -> !SERVICES.contains(firstUnit(certificate)),
            UNIT_CASE_MATTERS,
                    certificate ->
                            !certificate.getSubjectX500Principal().getName().contains("OU=DoD,"),
            KNOWS_ONE_ISSUER,
                    certificate ->
                            !certificate.getIssuerX500Principal().getName().contains(" ID CA-64,"),
            EXPECTS_EMAIL,
                    certificate -> protectsEmail(certificate)
                            && AlternativeNames.of(certificate).address().isEmpty());

    /** What of two certificates must be the same, or the portal takes the second for another person's. */
    private static final Map<PortalMutant, BiPredicate<X509Certificate, X509Certificate>> SAME_PERSON = Map.of(
            KNOWS_PERSON_BY_CERTIFICATE, X509Certificate::equals,
            KNOWS_PERSON_BY_NAME,
                    (before, now) -> CertificateSubject.commonName(before).equals(CertificateSubject.commonName(now)),
            KNOWS_PERSON_BY_EMAIL,
                    (before, now) -> AlternativeNames.of(before)
                            .address()
                            .equals(AlternativeNames.of(now).address()));

    private final PortalRules rules;

    WrongStanding(PortalRules rules) {
        this.rules = rules;
    }

    /** Whether a wrong portal does not want this certificate. */
    boolean turnsAway(X509Certificate certificate) {
        return TURNED_AWAY.entrySet().stream()
                .anyMatch(way -> rules.broken(way.getKey()) && way.getValue().test(certificate));
    }

    /** Whether a wrong portal takes a certificate for another person's, by the one that was registered before. */
    boolean takesForAnother(Optional<X509Certificate> before, X509Certificate now) {
        return before.isPresent()
                && SAME_PERSON.entrySet().stream()
                        .anyMatch(way ->
                                rules.broken(way.getKey()) && !way.getValue().test(before.get(), now));
    }

    private static String firstUnit(X509Certificate certificate) {
        Matcher unit = Pattern.compile("OU=([^,]*)")
                .matcher(certificate.getSubjectX500Principal().getName());
        return unit.find() ? unit.group(1) : "";
    }

    private static boolean protectsEmail(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.contains(EMAIL_PROTECTION);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}

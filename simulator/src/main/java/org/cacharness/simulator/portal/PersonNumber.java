package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Whom a certificate names, by the DoD ID number: as this portal reads it, rightly or in one of the wrong ways. */
final class PersonNumber {
    private final PortalRules rules;

    PersonNumber(PortalRules rules) {
        this.rules = rules;
    }

    /** Ten digits, or empty if the certificate names no person of DoD. */
    Optional<String> of(X509Certificate certificate) {
        return WrongReading.ALL.entrySet().stream()
                .filter(reading -> rules.broken(reading.getKey()))
                .findFirst()
                .map(reading -> reading.getValue().number(certificate))
                .orElseGet(() -> CertificateSubject.edipi(certificate));
    }
}

package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Whether a certificate may stand for a person at this portal, whoever the person is. */
final class CertificateJudge {
    private final CertificateStatus status;
    private final CertificateStatus otherwise;
    private final WrongStanding wrongly;
    private final PortalClock clock;
    private final PortalRules rules;

    /**
     * Asks for the status in two ways.
     *
     * @param status whom the portal asks first
     * @param otherwise whom it asks where that gives no answer
     */
    CertificateJudge(CertificateStatus status, CertificateStatus otherwise, PortalClock clock, PortalRules rules) {
        this.status = status;
        this.otherwise = otherwise;
        this.wrongly = new WrongStanding(rules);
        this.clock = clock;
        this.rules = rules;
    }

    /** The first thing that is wrong with the certificate; asks its issuer last, for that may take time. */
    Optional<Refusal> judge(X509Certificate certificate) {
        return purpose(certificate).or(() -> dates(certificate)).or(() -> standing(certificate));
    }

    private Optional<Refusal> purpose(X509Certificate certificate) {
        CertificatePurpose purpose = new CertificatePurpose(certificate);
        if (purpose.isForCard()) {
            return unless(ACCEPTS_CARD_AUTHENTICATION, Refusal.NOT_FOR_LOGIN);
        }
        boolean wrong = wrongly.turnsAway(certificate)
                || purpose.isAuthority()
                || (!purpose.signs() && !rules.broken(ACCEPTS_ENCRYPTION_CERTIFICATE))
                || (!purpose.authenticatesClients() && !rules.broken(ACCEPTS_ENCRYPTION_CERTIFICATE))
                || (purpose.isForDevice() && !rules.broken(ACCEPTS_DEVICE_CERTIFICATE));
        return wrong ? Optional.of(Refusal.NOT_FOR_LOGIN) : Optional.empty();
    }

    private Optional<Refusal> dates(X509Certificate certificate) {
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant()) && !rules.broken(ACCEPTS_NOT_YET_VALID)) {
            return Optional.of(Refusal.NOT_YET_VALID);
        }
        return now.isAfter(certificate.getNotAfter().toInstant()) && !rules.broken(ACCEPTS_EXPIRED)
                ? Optional.of(Refusal.EXPIRED)
                : Optional.empty();
    }

    private Optional<Refusal> standing(X509Certificate certificate) {
        return switch (answer(certificate)) {
            case GOOD, NOT_CHECKED -> Optional.empty();
            case REVOKED -> unless(ACCEPTS_REVOKED, Refusal.REVOKED);
            case SUSPENDED -> unless(ACCEPTS_SUSPENDED, Refusal.SUSPENDED);
            case UNKNOWN -> unless(ACCEPTS_UNCHECKED, Refusal.STATUS_UNKNOWN);
            case UNREACHABLE -> unless(ACCEPTS_UNCHECKED, Refusal.STATUS_UNREACHABLE);
        };
    }

    private CertificateStatus.Answer answer(X509Certificate certificate) {
        CertificateStatus.Answer first = status.check(certificate);
        return first == CertificateStatus.Answer.UNREACHABLE && !rules.broken(NEVER_READS_CRL)
                ? otherwise.check(certificate)
                : first;
    }

    private Optional<Refusal> unless(PortalMutant mutant, Refusal refusal) {
        return rules.broken(mutant) ? Optional.empty() : Optional.of(refusal);
    }
}

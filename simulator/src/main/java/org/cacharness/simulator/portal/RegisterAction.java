package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Register: binds the certificate that TLS shows to the account of the session.
 *
 * <p>The portal remembers nothing between the Register button and the password page: the certificate is looked at again in the
 * request that brings the password, so that a card changed in between is noticed.
 */
final class RegisterAction {
    private final PortalState state;
    private final CertificateJudge judge;
    private final PersonNumber number;
    private final WrongStanding wrongly;

    RegisterAction(PortalState state, CertificateJudge judge) {
        this.state = state;
        this.judge = judge;
        this.number = new PersonNumber(state.rules);
        this.wrongly = new WrongStanding(state.rules);
    }

    List<Action> all() {
        return List.of(new Action("register", outcomes(), this::register));
    }

    private static Set<String> outcomes() {
        return Outcomes.of("registered", "ask-password", "unconfirmed", Action.LOGGED_OUT)
                .and(Outcomes.CERTIFICATE)
                .and(
                        Refusal.NO_EDIPI,
                        Refusal.ANOTHER_PERSON,
                        Refusal.ALREADY_REGISTERED,
                        Refusal.REGISTERED_TO_ANOTHER_ACCOUNT,
                        Refusal.WRONG_PASSWORD,
                        Refusal.OLDER_PASSWORD)
                .all();
    }

    private Answer register(Visit visit) {
        Optional<Login> login = visit.login();
        if (login.isEmpty()) {
            return Answer.of(Action.LOGGED_OUT);
        }
        Account member = state.accounts.named(login.get().username());
        if (state.rules.broken(REGISTER_DOES_NOTHING)) {
            return Answer.of("unconfirmed");
        }
        return visit.certificate()
                .map(certificate -> register(visit, member, certificate))
                .orElseGet(() -> withoutCertificate(member));
    }

    private Answer register(Visit visit, Account member, X509Certificate certificate) {
        Optional<Refusal> refusal = judge.judge(certificate).or(() -> unfit(member, certificate));
        if (refusal.isPresent()) {
            return refuse(member, refusal.get())
                    .showing("subject", certificate.getSubjectX500Principal().getName());
        }
        if (asksForPassword() && !visit.has("password")) {
            return Answer.of("ask-password").showing("certificate", shown(certificate));
        }
        return visit.has("password")
                ? wrongPassword(member, visit.field("password").toCharArray())
                        .map(wrong -> refuse(member, wrong))
                        .orElseGet(() -> bind(member, certificate))
                : bind(member, certificate);
    }

    private Optional<Refusal> unfit(Account member, X509Certificate certificate) {
        Optional<String> edipi = number.of(certificate);
        if (!state.rules.broken(ACCEPTS_ANY_CERTIFICATE)) {
            if (edipi.isEmpty()
                    && !state.rules.broken(ACCEPTS_DEVICE_CERTIFICATE)
                    && !state.rules.broken(ACCEPTS_CARD_AUTHENTICATION)) {
                return Optional.of(Refusal.NO_EDIPI);
            }
            if (wrongly.takesForAnother(member.firstRegistered(), certificate)) {
                return Optional.of(Refusal.ANOTHER_PERSON);
            }
            if (edipi.isPresent() && !edipi.get().equals(member.edipi())) {
                return Optional.of(Refusal.ANOTHER_PERSON);
            }
        }
        if (member.registered().isPresent()) {
            return Optional.of(Refusal.ALREADY_REGISTERED);
        }
        return state.accounts.holding(certificate).isPresent() && !state.rules.broken(ACCEPTS_CARD_OF_ANOTHER_ACCOUNT)
                ? Optional.of(Refusal.REGISTERED_TO_ANOTHER_ACCOUNT)
                : Optional.empty();
    }

    private boolean asksForPassword() {
        return (state.askForPassword && !state.rules.broken(NEVER_ASKS_FOR_PASSWORD))
                || state.rules.broken(ALWAYS_ASKS_FOR_PASSWORD);
    }

    private Optional<Refusal> wrongPassword(Account member, char[] secret) {
        if (state.rules.broken(ACCEPTS_ANY_PASSWORD)) {
            return Optional.empty();
        }
        return switch (member.judge(secret)) {
            case NEWEST ->
                state.rules.broken(REFUSES_RIGHT_PASSWORD) ? Optional.of(Refusal.WRONG_PASSWORD) : Optional.empty();
            case OLDER ->
                state.rules.broken(ACCEPTS_OLD_PASSWORD) ? Optional.empty() : Optional.of(Refusal.OLDER_PASSWORD);
            case WRONG -> Optional.of(Refusal.WRONG_PASSWORD);
        };
    }

    private Answer bind(Account member, X509Certificate certificate) {
        if (!state.rules.broken(CONFIRMS_WITHOUT_STORING)) {
            (state.rules.broken(REGISTERS_UNDER_WRONG_ACCOUNT) ? state.accounts.otherThan(member) : member)
                    .register(certificate, state.clock.instant());
        }
        state.journal.write(
                PortalEvent.Kind.REGISTERED,
                member.username(),
                certificate.getSubjectX500Principal().getName());
        return state.rules.broken(STORES_WITHOUT_CONFIRMING)
                ? Answer.of("unconfirmed")
                : Answer.of("registered").showing("certificate", shown(certificate));
    }

    private Answer withoutCertificate(Account member) {
        if (!state.rules.broken(REGISTERS_WITHOUT_CARD)) {
            return refuse(member, Refusal.NO_CERTIFICATE);
        }
        RegisteredCertificate imagined =
                new RegisteredCertificate("", BigInteger.ONE, member.displayName(), state.clock.instant());
        member.register(imagined);
        return Answer.of("registered").showing("certificate", RegistrationActions.shown(imagined));
    }

    private Answer refuse(Account member, Refusal refusal) {
        if (state.rules.broken(REFUSAL_REPLACES_PASSWORD)) {
            member.issue(new Password(
                    Password.randomSecret(state.random), state.clock.instant(), Password.ORDINARY, state.random));
        }
        state.journal.write(PortalEvent.Kind.REGISTRATION_REFUSED, member.username(), refusal.outcome());
        return Answer.of(refusal);
    }

    private Object shown(X509Certificate certificate) {
        return RegistrationActions.shown(certificate, state.clock);
    }
}

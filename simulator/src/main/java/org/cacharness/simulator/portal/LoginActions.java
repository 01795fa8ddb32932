package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Log in by password, log in by CAC, log out. */
final class LoginActions {
    private final PortalState state;
    private final CertificateJudge judge;

    LoginActions(PortalState state, CertificateJudge judge) {
        this.state = state;
        this.judge = judge;
    }

    List<Action> all() {
        return List.of(
                new Action(
                        "log-in-with-password",
                        Set.of("accepted", "wrong-password", "older-password", "password-expired"),
                        this::logInWithPassword),
                new Action("log-in-with-cac", cacOutcomes(), this::logInWithCac),
                new Action("log-out", Set.of("done"), this::logOut));
    }

    private static Set<String> cacOutcomes() {
        return Outcomes.of("accepted")
                .and(Outcomes.CERTIFICATE)
                .and(Refusal.NOT_REGISTERED)
                .all();
    }

    private Answer logInWithPassword(Visit visit) {
        String username = visit.field("username");
        Optional<Account> account = state.accounts.find(username);
        Optional<Refusal> refusal = account.map(
                        known -> refusal(known, visit.field("password").toCharArray()))
                .orElse(Optional.of(Refusal.WRONG_PASSWORD));
        if (refusal.isPresent()) {
            return refuse(refusal.get(), account.map(Account::username).orElse(""))
                    .showing("username", username);
        }
        state.journal.write(
                PortalEvent.Kind.PASSWORD_LOGIN, account.orElseThrow().username(), "");
        return state.rules.broken(LOGIN_FAILS)
                ? Answer.of("accepted")
                : begin(visit, new Login(account.orElseThrow().username(), state.rules.broken(SESSION_SAYS_CAC)));
    }

    private Optional<Refusal> refusal(Account account, char[] secret) {
        return switch (account.judge(secret)) {
            case WRONG -> unless(LOGIN_ACCEPTS_ANY_PASSWORD, Refusal.WRONG_PASSWORD);
            case OLDER ->
                state.rules.broken(LOGIN_ACCEPTS_ANY_PASSWORD)
                        ? Optional.empty()
                        : unless(RESET_KEEPS_OLD_PASSWORD_ALIVE, Refusal.OLDER_PASSWORD);
            case NEWEST -> tooOld(account.newestPassword());
        };
    }

    private Optional<Refusal> tooOld(Password password) {
        if (state.rules.broken(LOGIN_REFUSES_RIGHT_PASSWORD)) {
            return Optional.of(Refusal.WRONG_PASSWORD);
        }
        return password.expired(state.clock.instant(), miscount(password))
                ? Optional.of(Refusal.PASSWORD_EXPIRED)
                : Optional.empty();
    }

    private Duration miscount(Password password) {
        if (!password.isLong()) {
            return Duration.ZERO;
        }
        return Duration.ofDays(
                state.rules.broken(PASSWORD_LASTS_149) ? -1 : state.rules.broken(PASSWORD_LASTS_151) ? 1 : 0);
    }

    private Answer logInWithCac(Visit visit) {
        Optional<X509Certificate> presented = visit.certificate();
        if (presented.isEmpty()) {
            return refuse(Refusal.NO_CERTIFICATE, "");
        }
        X509Certificate certificate = presented.get();
        Optional<Refusal> refusal = judge.judge(certificate);
        Optional<Account> account = accountOf(certificate);
        if (refusal.isPresent() || account.isEmpty()) {
            return refuse(
                            refusal.orElse(Refusal.NOT_REGISTERED),
                            account.map(Account::username).orElse(""))
                    .showing("subject", certificate.getSubjectX500Principal().getName());
        }
        state.journal.write(
                PortalEvent.Kind.CAC_LOGIN,
                account.get().username(),
                certificate.getSubjectX500Principal().getName());
        return begin(visit, new Login(account.get().username(), true));
    }

    private Optional<Account> accountOf(X509Certificate certificate) {
        Optional<Account> account = state.accounts.holding(certificate);
        if (state.rules.broken(CAC_LOGIN_OF_CLEARED_CARD)) {
            account = account.or(() -> state.accounts.first(known -> known.onceHeld(certificate)));
        }
        if (state.rules.broken(KNOWS_CERTIFICATE_BY_SERIAL_NUMBER)) {
            account = account.or(() -> state.accounts.first(known -> known.registered()
                    .filter(held -> held.serial().equals(certificate.getSerialNumber()))
                    .isPresent()));
        }
        if (state.rules.broken(CAC_LOGIN_WITHOUT_REGISTRATION)) {
            Optional<String> edipi = CertificateSubject.edipi(certificate);
            account = account.or(() -> state.accounts.first(known -> edipi.equals(Optional.of(known.edipi()))));
        }
        return account;
    }

    private Answer logOut(Visit visit) {
        visit.login().ifPresent(login -> state.journal.write(PortalEvent.Kind.LOGOUT, login.username(), ""));
        visit.session().ifPresent(state.sessions::end);
        return Answer.of("done");
    }

    private Answer begin(Visit visit, Login login) {
        return Answer.of("accepted").in(state.sessions.logIn(visit.session(), login));
    }

    private Answer refuse(Refusal refusal, String username) {
        state.journal.write(PortalEvent.Kind.LOGIN_REFUSED, username, refusal.outcome());
        return Answer.of(refusal);
    }

    private Optional<Refusal> unless(PortalMutant mutant, Refusal refusal) {
        return state.rules.broken(mutant) ? Optional.empty() : Optional.of(refusal);
    }
}

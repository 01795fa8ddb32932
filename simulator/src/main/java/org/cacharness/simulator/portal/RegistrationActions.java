package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registration page with its two branches, and Clear Registered Information. */
final class RegistrationActions {
    private final PortalState state;

    RegistrationActions(PortalState state) {
        this.state = state;
    }

    List<Action> all() {
        return List.of(
                new Action(
                        "show-registration",
                        Set.of("registered", "not-registered", Action.LOGGED_OUT),
                        visit -> member(visit).map(this::show).orElse(showToStranger())),
                new Action(
                        "clear-registration",
                        Set.of("cleared", Action.LOGGED_OUT),
                        visit -> member(visit).map(this::clear).orElse(Answer.of(Action.LOGGED_OUT))));
    }

    private Optional<Account> member(Visit visit) {
        return visit.login().map(Login::username).map(state.accounts::named);
    }

    private Answer show(Account member) {
        Account shown = state.rules.broken(SHOWS_ANOTHER_ACCOUNT) ? state.accounts.otherThan(member) : member;
        Optional<RegisteredCertificate> registered =
                state.rules.broken(SHOWS_WRONG_BRANCH) ? Optional.empty() : shown.registered();
        return registered
                .map(certificate -> Answer.of("registered").showing("certificate", shown(certificate)))
                .orElse(showNone());
    }

    private Answer showNone() {
        return state.rules.broken(SHOWS_REGISTERED_WHERE_NONE_IS)
                ? Answer.of("registered").showing("certificate", Map.of())
                : offer("not-registered", !state.rules.broken(REGISTER_BUTTON_MISSING));
    }

    private Answer showToStranger() {
        return state.rules.broken(REGISTRATION_PAGE_OPEN_TO_ALL) ? showNone() : Answer.of(Action.LOGGED_OUT);
    }

    private Answer clear(Account member) {
        if (!state.rules.broken(DOES_NOT_CLEAR)) {
            (state.rules.broken(CLEARS_ANOTHER_ACCOUNT) ? state.accounts.otherThan(member) : member).clear();
        }
        state.journal.write(PortalEvent.Kind.CLEARED, member.username(), "");
        return offer("cleared", !state.rules.broken(CLEARING_ENDS_REGISTRATION));
    }

    private static Answer offer(String outcome, boolean register) {
        return Answer.of(outcome).showing("register", register);
    }

    /** A registered certificate as the pages show it. */
    static Map<String, Object> shown(RegisteredCertificate certificate) {
        return Map.of(
                "subject", certificate.subject(),
                "issuer", certificate.issuer(),
                "serial", certificate.serial().toString(16),
                "since", Dates.shown(certificate.since()));
    }

    /** A presented certificate as the pages show it. */
    static Map<String, Object> shown(X509Certificate certificate, PortalClock clock) {
        return shown(RegisteredCertificate.of(certificate, clock.instant()));
    }
}

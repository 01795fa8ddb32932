package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Change Password and Reset Password. */
final class PasswordActions {
    private static final int SHORTEST = 10;

    private final PortalState state;

    PasswordActions(PortalState state) {
        this.state = state;
    }

    List<Action> all() {
        return List.of(
                new Action("show-change-password", Set.of("shown", Action.LOGGED_OUT), this::showChange),
                new Action("change-password", changeOutcomes(), this::change),
                new Action("reset-password", Set.of("issued", "unknown-member"), this::reset));
    }

    private static Set<String> changeOutcomes() {
        return Outcomes.of("changed", Action.LOGGED_OUT)
                .and(Refusal.CAC_LOGIN_NEEDED, Refusal.TOO_SHORT, Refusal.NOT_THE_SAME)
                .all();
    }

    private Answer showChange(Visit visit) {
        return visit.login().map(login -> offering("shown", login)).orElse(Answer.of(Action.LOGGED_OUT));
    }

    private Answer change(Visit visit) {
        Optional<Login> login = visit.login();
        if (login.isEmpty()) {
            return Answer.of(Action.LOGGED_OUT);
        }
        boolean forLong = visit.field("valid-for").equals("150");
        return refusal(visit, login.get(), forLong)
                .map(refusal -> refuse(login.get(), refusal))
                .orElseGet(() -> change(visit, login.get(), forLong ? Password.LONG : Password.ORDINARY));
    }

    private Answer change(Visit visit, Login login, Duration validity) {
        Account member = state.accounts.named(login.username());
        member.issue(
                new Password(visit.field("new-password").toCharArray(), state.clock.instant(), validity, state.random));
        state.journal.write(PortalEvent.Kind.PASSWORD_CHANGED, member.username(), validity.toDays() + " days");
        return Answer.of("changed")
                .showing("days", validity.toDays())
                .showing("validUntil", Dates.shown(member.newestPassword().validUntil()));
    }

    private Optional<Refusal> refusal(Visit visit, Login login, boolean forLong) {
        if (forLong && !maySetForLong(login) && !state.rules.broken(PASSWORD_150_FOR_WHOEVER_POSTS_IT)) {
            return Optional.of(Refusal.CAC_LOGIN_NEEDED);
        }
        if (visit.field("new-password").length() < SHORTEST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        return visit.field("new-password").equals(visit.field("repeat-password"))
                ? Optional.empty()
                : Optional.of(Refusal.NOT_THE_SAME);
    }

    private boolean maySetForLong(Login login) {
        return (login.byCac() && !state.rules.broken(PASSWORD_150_FOR_NOBODY))
                || state.rules.broken(PASSWORD_150_FOR_EVERYONE);
    }

    private Answer refuse(Login login, Refusal refusal) {
        state.journal.write(PortalEvent.Kind.PASSWORD_CHANGE_REFUSED, login.username(), refusal.outcome());
        return offering(refusal.outcome(), login);
    }

    private Answer offering(String outcome, Login login) {
        return Answer.of(outcome)
                .showing("forLong", maySetForLong(login))
                .showing("longDays", Password.LONG.toDays())
                .showing("ordinaryDays", Password.ORDINARY.toDays());
    }

    private Answer reset(Visit visit) {
        Optional<Account> member = state.accounts
                .find(visit.field("username"))
                .filter(account -> account.edipi().equals(visit.field("dod-id").strip()));
        return member.map(this::issue).orElseGet(() -> {
            state.journal.write(PortalEvent.Kind.PASSWORD_RESET_REFUSED, "", Refusal.UNKNOWN_MEMBER.outcome());
            return Answer.of(Refusal.UNKNOWN_MEMBER);
        });
    }

    private Answer issue(Account member) {
        char[] secret = Password.randomSecret(state.random);
        if (!state.rules.broken(RESET_ISSUES_DEAD_PASSWORD)) {
            member.issue(new Password(secret, state.clock.instant(), Password.ORDINARY, state.random));
        }
        state.journal.write(PortalEvent.Kind.PASSWORD_RESET, member.username(), "");
        return Answer.of("issued").showing("password", new String(secret)).showing("days", Password.ORDINARY.toDays());
    }
}

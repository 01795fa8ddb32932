package org.cacharness.simulator.portal;

import static org.cacharness.simulator.portal.PortalMutant.*;

import java.util.HashSet;
import java.util.Set;

/**
 * Answers 403 to every request that carries a wrong check value.
 *
 * <p>The rule is one line and remembers nothing: what keeps a browser out is the file in its cache, and the value in the
 * addresses that it keeps. The sets below serve the mutants alone.
 */
final class ForbiddenGate {
    private final String expected;
    private final PortalRules rules;
    private final Set<String> refusedRequests = new HashSet<>();
    private final Set<String> refusedSessions = new HashSet<>();
    private boolean healed;

    ForbiddenGate(String expected, PortalRules rules) {
        this.expected = expected;
        this.rules = rules;
    }

    /** Whether the request is refused; changes nothing. A request without a value is let in: scripts may be off. */
    boolean refuses(Visit visit) {
        return isWrong(visit) && !rules.broken(FORBIDDEN_NEVER) && !healedFor(visit);
    }

    /** Takes note of a refusal, for the mutants. */
    void refused(Visit visit) {
        refusedRequests.add(visit.identity());
        refusedSessions.add(visit.sessionCookie());
    }

    /** Takes note of a request that was let in, for the mutants. */
    void letIn(Visit visit) {
        healed |= beginsNewLogin(visit) && rules.broken(FORBIDDEN_HEALED_BY_LOGIN);
    }

    /** Takes note that a browser fetched the file, for the mutants. */
    void fileServed() {
        healed |= !refusedRequests.isEmpty() && rules.broken(FORBIDDEN_HEALED_BY_DELETING_ALONE);
    }

    private boolean isWrong(Visit visit) {
        return visit.checkValues().anyMatch(value -> !value.equals(expected));
    }

    private boolean healedFor(Visit visit) {
        return healed
                || (rules.broken(FORBIDDEN_HEALED_BY_RELOAD) && refusedRequests.contains(visit.identity()))
                || (rules.broken(FORBIDDEN_HEALED_BY_NEW_BROWSER) && isOfNewBrowser(visit));
    }

    /** A browser that met the 403 comes in again by the address that a member types. */
    private boolean beginsNewLogin(Visit visit) {
        return Set.of("/", "/login").contains(visit.path())
                && visit.checkValues().findAny().isEmpty()
                && refusedSessions.contains(visit.sessionCookie());
    }

    private boolean isOfNewBrowser(Visit visit) {
        return !refusedSessions.isEmpty() && !refusedSessions.contains(visit.sessionCookie());
    }
}

package org.cacharness.simulator.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an action decided: the outcome, whose page the stub names, and what that page shows.
 *
 * @param outcome an outcome of the stub
 * @param shown values for the page, reached in templates as {@code shown.…}
 * @param session the session from now on, where the action changed it
 */
record Answer(String outcome, Map<String, Object> shown, Optional<Session> session) {

    static Answer of(String outcome) {
        return new Answer(outcome, Map.of(), Optional.empty());
    }

    static Answer of(Refusal refusal) {
        return of(refusal.outcome());
    }

    Answer showing(String name, Object value) {
        Map<String, Object> more = new HashMap<>(shown);
        more.put(name, value);
        return new Answer(outcome, more, session);
    }

    Answer in(Session next) {
        return new Answer(outcome, shown, Optional.of(next));
    }

    @Override
    public String toString() {
        return "Answer[" + outcome + "]";
    }
}

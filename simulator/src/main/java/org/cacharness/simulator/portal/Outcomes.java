package org.cacharness.simulator.portal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of outcomes, put together from words and refusals.
 *
 * @param all the outcomes
 */
record Outcomes(Set<String> all) {
    /** Everything that may be wrong with a presented certificate, whoever presents it. */
    static final Outcomes CERTIFICATE = new Outcomes(Set.of())
            .and(
                    Refusal.NO_CERTIFICATE,
                    Refusal.NOT_FOR_LOGIN,
                    Refusal.EXPIRED,
                    Refusal.NOT_YET_VALID,
                    Refusal.REVOKED,
                    Refusal.SUSPENDED,
                    Refusal.STATUS_UNKNOWN,
                    Refusal.STATUS_UNREACHABLE);

    static Outcomes of(String... words) {
        return new Outcomes(Set.of(words));
    }

    Outcomes and(Outcomes more) {
        return new Outcomes(Stream.concat(all.stream(), more.all.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    Outcomes and(Refusal... refusals) {
        return and(new Outcomes(Stream.of(refusals).map(Refusal::outcome).collect(Collectors.toUnmodifiableSet())));
    }
}

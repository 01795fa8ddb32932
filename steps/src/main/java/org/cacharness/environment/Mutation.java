package org.cacharness.environment;

import java.util.Set;
import org.cacharness.simulator.card.CardMutant;
import org.cacharness.simulator.middleware.MiddlewareMutant;
import org.cacharness.simulator.portal.PortalMutant;

/**
 * In which ways the simulated world of a run is wrong.
 *
 * @param portal wrong portals
 * @param card wrong cards
 * @param middleware wrong CAC software
 */
public record Mutation(Set<PortalMutant> portal, Set<CardMutant> card, Set<MiddlewareMutant> middleware) {
    /** Copies the sets. */
    public Mutation {
        portal = Set.copyOf(portal);
        card = Set.copyOf(card);
        middleware = Set.copyOf(middleware);
    }

    /** Nothing is wrong. */
    public static Mutation none() {
        return new Mutation(Set.of(), Set.of(), Set.of());
    }

    /** One portal that is wrong in one way. */
    public static Mutation of(PortalMutant mutant) {
        return new Mutation(Set.of(mutant), Set.of(), Set.of());
    }

    /** One card that is wrong in one way. */
    public static Mutation of(CardMutant mutant) {
        return new Mutation(Set.of(), Set.of(mutant), Set.of());
    }

    /** One CAC software that is wrong in one way. */
    public static Mutation of(MiddlewareMutant mutant) {
        return new Mutation(Set.of(), Set.of(), Set.of(mutant));
    }
}

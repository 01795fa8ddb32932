package org.cacharness.environment;

import java.nio.file.Path;
import java.util.Optional;
import org.cacharness.recording.Recording;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.CardModel;

/**
 * What the simulated world of a run is made from.
 *
 * @param stubs folder with the portal's stubs and pages; empty for the built-in ones
 * @param personas folder with the people's files; empty for the built-in ones
 * @param mutation in which ways the world is wrong
 * @param trusted issuers whom the portal trusts besides its own
 * @param model which applications the cards have
 * @param fault what befalls the card of whomever a scenario names first
 * @param live the portal that takes the mocked one's place, or empty
 * @param recording the same of a portal that was recorded, or empty
 */
public record SimulationSettings(
        Optional<Path> stubs,
        Optional<Path> personas,
        Mutation mutation,
        TrustedIssuers trusted,
        CardModel model,
        Optional<CardFault> fault,
        Optional<LivePortal> live,
        Optional<Recording> recording) {
    /** The built-in world, with nothing wrong in it. */
    public static SimulationSettings builtIn() {
        return of(Optional.empty(), Optional.empty());
    }

    /** A world with nothing wrong in it, with somebody's own portal stubs and people where they are given. */
    static SimulationSettings of(Optional<Path> stubs, Optional<Path> personas) {
        return new SimulationSettings(
                stubs,
                personas,
                Mutation.none(),
                TrustedIssuers.none(),
                CardModel.CAC_ONLY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same world, wrong in some way. */
    public SimulationSettings with(Mutation wrong) {
        return new SimulationSettings(stubs, personas, wrong, trusted, model, fault, live, recording);
    }

    /** The same world, in which a fault befalls a card, if there is one. */
    SimulationSettings with(Optional<CardFault> befalling) {
        return new SimulationSettings(stubs, personas, mutation, trusted, model, befalling, live, recording);
    }

    /** The same world with cards of another model. */
    SimulationSettings with(CardModel cards) {
        return new SimulationSettings(stubs, personas, mutation, trusted, cards, fault, live, recording);
    }

    /** The same world, whose portal trusts more issuers. */
    SimulationSettings trusting(TrustedIssuers issuers) {
        return new SimulationSettings(stubs, personas, mutation, issuers, model, fault, live, recording);
    }

    /** The same world at another portal. */
    SimulationSettings at(LivePortal portal) {
        return new SimulationSettings(stubs, personas, mutation, trusted, model, fault, Optional.of(portal), recording);
    }

    /** The same world at a portal that was recorded. */
    SimulationSettings at(Recording portal) {
        return new SimulationSettings(stubs, personas, mutation, trusted, model, fault, live, Optional.of(portal));
    }
}

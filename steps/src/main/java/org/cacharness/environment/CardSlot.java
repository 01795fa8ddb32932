package org.cacharness.environment;

import org.cacharness.simulator.card.SimulatedCac;

/** Where a reader takes a simulated card. */
interface CardSlot {
    /** Puts the card in. */
    void insert(SimulatedCac card);

    /** Pulls it; nothing sees it any more when this returns. */
    void pull();
}

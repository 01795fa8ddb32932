package org.cacharness.environment;

import org.cacharness.drivers.CardReader;
import org.cacharness.edge.PinGuard;

/** The card readers of one test bed. */
interface Readers {
    /** Another reader, as a computer sees it. */
    CardReader reader(String name, PinGuard guard);

    /** Where the card for a reader of this test bed goes. */
    CardSlot slotOf(CardReader reader);
}

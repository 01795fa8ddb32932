package org.cacharness.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cacharness.drivers.CardReader;
import org.cacharness.edge.PinGuard;

/** Places for readers at the computers of one test bed; the real reader is plugged in where the card goes. */
final class RealReaders implements Readers {
    private final Map<CardReader, PluggableTerminal> places = new HashMap<>();

    @Override
    public CardReader reader(String name, PinGuard guard) {
        PluggableTerminal place = new PluggableTerminal(name);
        CardReader reader = new CardReader(place, guard);
        places.put(reader, place);
        return reader;
    }

    PluggableTerminal placeOf(CardReader reader) {
        return Objects.requireNonNull(places.get(reader), "a reader of this test bed");
    }

    @Override
    public CardSlot slotOf(CardReader reader) {
        throw new IllegalStateException(
                "Reader: expected a scenario of one real card, this one needs a simulated card as well: drop its tag"
                        + " @hardware-safe");
    }
}

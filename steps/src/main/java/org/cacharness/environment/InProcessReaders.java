package org.cacharness.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cacharness.drivers.CardReader;
import org.cacharness.edge.PinGuard;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.card.SimulatedTerminal;
import org.cacharness.simulator.reader.AtrProfile;

/** Readers that are objects of this process. */
final class InProcessReaders implements Readers {
    private final Map<CardReader, CardSlot> slots = new HashMap<>();

    @Override
    public CardReader reader(String name, PinGuard guard) {
        SimulatedTerminal terminal = new SimulatedTerminal(name);
        CardReader reader = new CardReader(terminal, guard);
        slots.put(reader, new TerminalSlot(terminal));
        return reader;
    }

    @Override
    public CardSlot slotOf(CardReader reader) {
        return Objects.requireNonNull(slots.get(reader), "a reader of this test bed");
    }

    private record TerminalSlot(SimulatedTerminal terminal) implements CardSlot {
        @Override
        public void insert(SimulatedCac card) {
            terminal.insert(card, AtrProfile.of(card.contents().fault()).atr());
        }

        @Override
        public void pull() {
            terminal.pull();
        }
    }
}

package org.cacharness.environment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.ModuleKeys;
import org.cacharness.edge.ApduJournal;
import org.cacharness.edge.PinGuard;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.reader.ApduExchange;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.ContactCard;
import org.cacharness.simulator.reader.VirtualReader;
import org.cacharness.timeline.RunClock;
import org.jspecify.annotations.Nullable;

/**
 * The virtual readers of a private pcscd, handed out to the computers of one test bed: each is plugged in where a card is put in
 * first, since computers have two readers each and use few of them.
 */
final class VirtualReaders implements Readers {
    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final int HEADER_DIGITS = 8;
    private static final byte SIGN_DECRYPT = 0x42;

    private final List<VirtualReader> virtual;
    private final Path module;
    private final Map<CardReader, Slot> slots = new HashMap<>();
    private int pluggedIn;

    VirtualReaders(List<VirtualReader> virtual, Path module) {
        this.virtual = virtual;
        this.module = module;
    }

    @Override
    public CardReader reader(String name, PinGuard guard) {
        PluggableTerminal terminal = new PluggableTerminal(name);
        CardReader reader = new CardReader(terminal, guard, new ModuleKeys(module, guard));
        slots.put(reader, new Slot(terminal, reader.journal()));
        return reader;
    }

    @Override
    public CardSlot slotOf(CardReader reader) {
        return Objects.requireNonNull(slots.get(reader), "a reader of this test bed");
    }

    private VirtualReader next() {
        if (pluggedIn == virtual.size()) {
            throw new IllegalStateException("Reader: expected a scenario with cards in at most " + virtual.size()
                    + " readers, here is one more: run it with --card in-process");
        }
        return virtual.get(pluggedIn++);
    }

    private final class Slot implements CardSlot {
        private final PluggableTerminal terminal;
        private final ApduJournal journal;
        private @Nullable VirtualReader plugged;

        Slot(PluggableTerminal terminal, ApduJournal journal) {
            this.terminal = terminal;
            this.journal = journal;
        }

        @Override
        public void insert(SimulatedCac card) {
            VirtualReader reader = plugged;
            if (reader == null) {
                reader = next();
                terminal.plug(reader.name());
                plugged = reader;
            }
            reader.insert(ContactCard.of(card, AtrProfile.of(card.contents().fault())), this::note);
            awaitPcsc("Insert into", terminal.waitsForCard(REPORT));
        }

        @Override
        public void pull() {
            VirtualReader reader = plugged;
            if (reader == null) {
                return;
            }
            reader.pull();
            awaitPcsc("Pull from", terminal.waitsForNoCard(REPORT));
            reader.pullWasReported();
        }

        /** What the module does with PIN and keys; the harness sends neither here, and journals its own commands itself. */
        private void note(ApduExchange exchange) {
            byte[] header = HexFormat.of().parseHex(exchange.command().substring(0, HEADER_DIGITS));
            boolean usesKey = header[1] == SIGN_DECRYPT;
            if (usesKey || exchange.command().endsWith("*")) {
                journal.observed(RunClock.utc().instant(), header, exchange.command(), exchange.response());
            }
        }

        private void awaitPcsc(String operation, boolean reported) {
            if (!reported) {
                throw new IllegalStateException(operation + " " + terminal.getName()
                        + ": expected pcscd to report it, it did not: is it still running?");
            }
        }
    }
}

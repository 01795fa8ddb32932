package org.cacharness.environment;

import org.cacharness.cli.CardMake;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.ContactCard;
import org.cacharness.simulator.reader.VirtualReader;

/**
 * A person's card and the virtual reader that it goes into.
 *
 * @param holder the cardholder
 * @param card the card; closed by whoever has this
 * @param atr its answer to reset
 * @param reader its reader
 */
record VirtualReaderCard(Persona holder, SimulatedCac card, AtrProfile atr, VirtualReader reader) {
    /** Issues and personalises a card; it is in no reader yet. */
    static VirtualReaderCard issue(Simulation simulation, Persona holder, CardMake make, VirtualReader reader) {
        CardContents contents = simulation.contents(
                CardOrder.of(holder), CardModel.valueOf(make.model().name()));
        return new VirtualReaderCard(
                holder,
                SimulatedCac.personalise(make.compressed() ? contents.compressed() : contents),
                AtrProfile.valueOf(make.atr().name()),
                reader);
    }

    String serial() {
        return card.contents().serial().hex();
    }

    /** The first version has no CCC to read a serial from. */
    boolean showsSerial() {
        return card.contents().model() != CardModel.CAC_V1;
    }

    void insert() {
        if (!reader.hasCard()) {
            reader.insert(ContactCard.of(card, atr));
        }
    }
}

package org.cacharness.environment;

import java.util.Optional;
import org.cacharness.cli.CardMake;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardFault;
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
    /**
     * Issues and personalises a card; it is in no reader yet.
     *
     * @param fault of the card, which then decides what the card holds
     */
    static VirtualReaderCard issue(
            Simulation simulation, Persona holder, CardMake make, Optional<CardFault> fault, VirtualReader reader) {
        CardOrder order = CardOrder.of(holder);
        CardContents contents = fault.map(struck -> SimulatedCard.faulty(simulation, order, struck))
                .orElseGet(() -> simulation.contents(
                        order, CardModel.valueOf(make.model().name())));
        return new VirtualReaderCard(
                holder,
                SimulatedCac.personalise(make.compressed() ? contents.compressed() : contents),
                atr(make, fault),
                reader);
    }

    private static AtrProfile atr(CardMake make, Optional<CardFault> fault) {
        AtrProfile struck = AtrProfile.of(fault);
        return struck == AtrProfile.GEMALTO ? AtrProfile.valueOf(make.atr().name()) : struck;
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
            // A fault that strikes once strikes once for each time the card is put in
            card.armFault();
            reader.insert(ContactCard.of(card, atr));
        }
    }
}

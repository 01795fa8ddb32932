package org.cacharness.simulator.reader;

import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.IssuedCard;
import org.cacharness.simulator.pki.KeyKind;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;

/** What was issued for a card with both edges, and cards of it. */
final class DualCard {
    static final String PIN = "73914682";

    private static final long SERIAL = 4712;

    private final Persona ada = Personas.builtIn().named("Ada");
    private final IssuedCard issued;

    DualCard(KeyKind keys) {
        try (TestPki pki = TestPki.start()) {
            issued = pki.issueCard(CardOrder.of(ada).with(keys));
        }
    }

    IssuedCard issued() {
        return issued;
    }

    SimulatedCac make(MatrixCell cell) {
        return SimulatedCac.personalise(
                cell.apply(CardContents.of(CardSerial.of(SERIAL), ada, issued, PIN.toCharArray())));
    }
}

package org.cacharness.simulator.reader;

import java.util.List;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;

/** Certificates of the test PKI, and cards that carry them. */
final class AdasCard {
    static final String PIN = "73914682";

    private static final long SERIAL = 4711;

    private final Persona ada = Personas.builtIn().named("Ada");
    private final List<Credential> credentials;

    AdasCard() {
        try (TestPki pki = TestPki.start()) {
            credentials = pki.issueCac(ada);
        }
    }

    List<Credential> credentials() {
        return credentials;
    }

    SimulatedCac make(CardProfile profile) {
        return make(profile, SERIAL);
    }

    SimulatedCac make(CardProfile profile, long serial) {
        return SimulatedCac.personalise(
                profile.apply(CardContents.of(CardSerial.of(serial), ada, credentials, PIN.toCharArray())));
    }
}

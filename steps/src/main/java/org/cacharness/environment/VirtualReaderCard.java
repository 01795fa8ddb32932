package org.cacharness.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cacharness.cli.CardLauncher.CardInReader;
import org.cacharness.cli.CardLauncher.Request;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.ContactCard;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.cacharness.simulator.reader.VirtualReader;

/** A person's card in a virtual reader, for somebody who uses it with programs of their own. */
final class VirtualReaderCard implements CardInReader {
    private final Simulation simulation;
    private final Persona holder;
    private final SimulatedCac card;
    private final AtrProfile atr;
    private final PrivatePcscd pcscd;

    private VirtualReaderCard(
            Simulation simulation, Persona holder, SimulatedCac card, AtrProfile atr, PrivatePcscd pcscd) {
        this.simulation = simulation;
        this.holder = holder;
        this.card = card;
        this.atr = atr;
        this.pcscd = pcscd;
    }

    static VirtualReaderCard start(Request request) {
        Simulation simulation = Simulation.start(SimulatedHarness.settings(null, request.personas()), new Secrets());
        try {
            Persona holder = simulation.persona(request.persona());
            SimulatedCac card = card(simulation, holder, request.compressed());
            AtrProfile atr = request.blockProtocol() ? AtrProfile.SYNTHETIC_T1 : AtrProfile.GEMALTO;
            return inserted(simulation, holder, card, atr);
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private static VirtualReaderCard inserted(
            Simulation simulation, Persona holder, SimulatedCac card, AtrProfile atr) {
        PrivatePcscd pcscd = PrivatePcscd.start();
        try {
            VirtualReaderCard running = new VirtualReaderCard(simulation, holder, card, atr, pcscd);
            running.writeIssuers();
            running.insert();
            return running;
        } catch (RuntimeException failed) {
            pcscd.close();
            throw failed;
        }
    }

    private static SimulatedCac card(Simulation simulation, Persona holder, boolean compressed) {
        List<Credential> credentials = simulation.pki().issueCac(holder);
        char[] pin = simulation.pin(holder);
        try {
            CardContents contents = CardContents.of(simulation.nextSerial(), holder, credentials, pin);
            return SimulatedCac.personalise(compressed ? contents.compressed() : contents);
        } finally {
            Arrays.fill(pin, '0');
        }
    }

    @Override
    public List<String> greeting() {
        String variables = String.join(
                " ",
                pcscd.clientEnvironment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
        return List.of(
                "The CAC of " + holder.commonName() + " is in the reader \"" + reader().name() + "\".",
                "Programs see it, and no other reader, where this is set:",
                "  export " + variables,
                "For example: opensc-tool -n; pkcs11-tool -L; pkcs11-tool --test --login (asks for the PIN)",
                "In another terminal: cac card pull, cac card insert",
                "It stands in for a real card, of serial " + card.contents().serial()
                        + ": put that on a list, and there",
                "  cac run --card auto --allowed-cards LIST --trust " + issuers());
    }

    /** Its issuers are of this run's test PKI, which no other process knows. */
    private void writeIssuers() {
        try {
            Files.writeString(issuers(), Pem.of(simulation.pki().trustAnchors()));
        } catch (IOException e) {
            throw new UncheckedIOException("Issuers of the card: they can't be written to " + issuers(), e);
        }
    }

    private Path issuers() {
        return folder().resolve("issuers.pem");
    }

    @Override
    public char[] pin() {
        return simulation.pin(holder);
    }

    @Override
    public Path folder() {
        return pcscd.folder();
    }

    @Override
    public void pull() {
        reader().pull();
    }

    @Override
    public void insert() {
        if (!reader().hasCard()) {
            reader().insert(ContactCard.of(card, atr));
        }
    }

    @Override
    public void close() {
        pcscd.close();
        card.close();
        simulation.close();
    }

    private VirtualReader reader() {
        return pcscd.readers().get(0);
    }
}

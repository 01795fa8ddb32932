package org.cacharness.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.CardLauncher.CardInReader;
import org.cacharness.cli.CardLauncher.Request;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.ContactCard;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.cacharness.simulator.reader.VirtualReader;
import org.jspecify.annotations.Nullable;

/** A person's card in a virtual reader, for somebody who uses it with programs of their own. */
final class VirtualReaderCard implements CardInReader {
    private final Simulation simulation;
    private final Persona holder;
    private final SimulatedCac card;
    private final AtrProfile atr;
    private final PrivatePcscd pcscd;
    private @Nullable SimulatedCac beside;

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
            Optional<CardFault> fault = Optional.ofNullable(request.fault()).map(Faults::known);
            SimulatedCac card = card(simulation, holder, request.compressed(), fault);
            AtrProfile atr = request.blockProtocol() ? AtrProfile.SYNTHETIC_T1 : AtrProfile.of(fault);
            return inserted(simulation, holder, card, atr, fault);
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private static VirtualReaderCard inserted(
            Simulation simulation, Persona holder, SimulatedCac card, AtrProfile atr, Optional<CardFault> fault) {
        PrivatePcscd pcscd = PrivatePcscd.start();
        try {
            VirtualReaderCard running = new VirtualReaderCard(simulation, holder, card, atr, pcscd);
            running.writeIssuers();
            running.insert();
            if (fault.filter(CardFault.TWO_READERS::equals).isPresent()) {
                running.putAnotherBeside();
            }
            return running;
        } catch (RuntimeException failed) {
            pcscd.close();
            throw failed;
        }
    }

    private static SimulatedCac card(
            Simulation simulation, Persona holder, boolean compressed, Optional<CardFault> fault) {
        CardOrder order = CardOrder.of(holder);
        CardContents contents = fault.map(struck -> SimulatedCard.faulty(simulation, order, struck))
                .orElseGet(() -> SimulatedCard.sound(simulation, order));
        return SimulatedCac.personalise(compressed ? contents.compressed() : contents);
    }

    /** Another person's card, in the second reader. */
    private void putAnotherBeside() {
        Persona other = simulation.people().stream()
                .filter(person -> !person.equals(holder))
                .findFirst()
                .orElseThrow();
        SimulatedCac card = card(simulation, other, false, Optional.empty());
        beside = card;
        pcscd.readers().get(1).insert(ContactCard.of(card, AtrProfile.GEMALTO));
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
            // A fault that strikes once strikes once for each time the card is put in
            card.armFault();
            reader().insert(ContactCard.of(card, atr));
        }
    }

    @Override
    public void close() {
        pcscd.close();
        card.close();
        if (beside != null) {
            beside.close();
        }
        simulation.close();
    }

    private VirtualReader reader() {
        return pcscd.readers().get(0);
    }
}

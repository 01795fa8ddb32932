package org.cacharness.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cacharness.cli.CardLauncher.CardsInReaders;
import org.cacharness.cli.CardLauncher.Request;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.reader.PrivatePcscd;

/** People's cards in virtual readers of one pcscd, for somebody who uses them with programs of their own. */
final class VirtualReaderCards implements CardsInReaders {
    private final Simulation simulation;
    private final PrivatePcscd pcscd;
    private final List<VirtualReaderCard> cards = new ArrayList<>();

    private VirtualReaderCards(Simulation simulation, PrivatePcscd pcscd) {
        this.simulation = simulation;
        this.pcscd = pcscd;
    }

    static VirtualReaderCards start(Request request) {
        Simulation simulation = Simulation.start(SimulatedHarness.settings(null, request.personas()), new Secrets());
        try {
            List<Persona> holders =
                    request.holders().stream().map(simulation::persona).toList();
            return inserted(simulation, holders, request);
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private static VirtualReaderCards inserted(Simulation simulation, List<Persona> holders, Request request) {
        PrivatePcscd pcscd = PrivatePcscd.start();
        VirtualReaderCards running = new VirtualReaderCards(simulation, pcscd);
        try {
            running.writeIssuers();
            Optional<CardFault> fault = Optional.ofNullable(request.fault()).map(Faults::known);
            for (Persona holder : holders) {
                running.add(holder, request, running.cards.isEmpty() ? fault : Optional.empty());
            }
            if (fault.filter(CardFault.TWO_READERS::equals).isPresent() && holders.size() == 1) {
                running.add(running.another(holders.get(0)), request, Optional.empty());
            }
            return running;
        } catch (RuntimeException failed) {
            running.endCards();
            throw failed;
        }
    }

    private Persona another(Persona holder) {
        return simulation.people().stream()
                .filter(person -> !person.equals(holder))
                .findFirst()
                .orElseThrow();
    }

    private void add(Persona holder, Request request, Optional<CardFault> fault) {
        VirtualReaderCard card = VirtualReaderCard.issue(
                simulation, holder, request.make(), fault, pcscd.readers().get(cards.size()));
        cards.add(card);
        card.insert();
    }

    @Override
    public List<String> greeting() {
        List<String> lines = new ArrayList<>();
        cards.forEach(card -> lines.add("The CAC of " + card.holder().commonName() + " is in the reader \""
                + card.reader().name() + "\"."));
        lines.add("Programs see it, and no other reader, where this is set:");
        lines.add("  export " + variables());
        lines.add("For example: opensc-tool -n; pkcs11-tool -L; pkcs11-tool --test --login (asks for the PIN)");
        lines.add("In another terminal: cac card pull, cac card insert"
                + (cards.size() > 1 ? ", with the name of whose card it is" : ""));
        List<VirtualReaderCard> known =
                cards.stream().filter(VirtualReaderCard::showsSerial).toList();
        known.forEach(card -> lines.add(
                "It stands in for a real card, of serial " + card.serial() + ": put that on a list, and there"));
        if (!known.isEmpty()) {
            lines.add("  cac run --card auto --allowed-cards LIST --trust " + issuers());
        }
        return List.copyOf(lines);
    }

    private String variables() {
        return String.join(
                " ",
                pcscd.clientEnvironment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
    }

    /** Their issuers are of this run's test PKI, which no other process knows. */
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
    public List<String> holders() {
        return cards.stream().map(card -> card.holder().id()).toList();
    }

    @Override
    public char[] pin(String holder) {
        return simulation.pin(of(holder).holder());
    }

    @Override
    public Path folder() {
        return pcscd.folder();
    }

    @Override
    public void pull(String holder) {
        of(holder).reader().pull();
    }

    @Override
    public void insert(String holder) {
        of(holder).insert();
    }

    @Override
    public void close() {
        endCards();
        simulation.close();
    }

    private void endCards() {
        pcscd.close();
        cards.stream().map(VirtualReaderCard::card).forEach(SimulatedCac::close);
    }

    /** Where the programs of this machine find the readers. */
    PrivatePcscd pcscd() {
        return pcscd;
    }

    VirtualReaderCard of(String holder) {
        return cards.stream()
                .filter(card -> card.holder().id().equals(holder))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "Card: expected one of " + holders() + ", got " + holder + ": check the name"));
    }
}

package org.cacharness.environment;

import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.CardReader;
import org.cacharness.edge.Pin;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.KeyKind;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.RevocationService;
import org.jspecify.annotations.Nullable;

/** A simulated CAC in a person's hand, and the reader that it is put into. */
final class SimulatedCard implements CacInHand, AutoCloseable {
    /** A number that any issuer may give. */
    private static final BigInteger COMMON_SERIAL_NUMBER = BigInteger.valueOf(0x5EA_0001);

    private final Simulation simulation;
    private final Persona holder;
    private final Readers readers;
    private final SimulatedCac card;
    private @Nullable CardReader inside;

    private SimulatedCard(Simulation simulation, Persona holder, Readers readers, SimulatedCac card) {
        this.simulation = simulation;
        this.holder = holder;
        this.readers = readers;
        this.card = card;
    }

    /** Issues and personalises a card, with a fault if it is to have one. */
    static SimulatedCard issue(
            Simulation simulation, Persona holder, CacIssue issue, Readers readers, Optional<CardFault> fault) {
        CardOrder order = order(holder, issue);
        CardContents contents =
                fault.map(struck -> faulty(simulation, order, struck)).orElseGet(() -> sound(simulation, order));
        return new SimulatedCard(
                simulation,
                holder,
                readers,
                SimulatedCac.personalise(
                        contents.with(simulation.settings().mutation().card())));
    }

    /**
     * What a card in order holds. A card with a PIV application has its certificate for PIV authentication in the place of the identity
     * certificate, as the Department of Defense issues them: what software reads over one edge, it finds over the other.
     */
    private static CardContents sound(Simulation simulation, CardOrder order) {
        return sound(simulation, order, simulation.settings().model());
    }

    private static CardContents sound(Simulation simulation, CardOrder order, CardModel model) {
        boolean usual = order.offered() == CertificateRole.IDENTITY;
        return simulation.contents(
                model.hasPiv() && usual ? order.offering(CertificateRole.PIV_AUTHENTICATION) : order, model);
    }

    /** What a card with a fault holds; it has a PIV application where all have one, or where its fault is in what only a dual card has. */
    static CardContents faulty(Simulation simulation, CardOrder order, CardFault fault) {
        return switch (fault) {
            case CARD_EXPIRED ->
                sound(simulation, order.outlivedByItsCertificates(), CardModel.DUAL)
                        .with(fault);
            case SHORT_SIGNATURE ->
                sound(simulation, order.with(KeyKind.RSA_SHORT_SIGNATURES)).with(fault);
            default -> sound(simulation, order).with(fault);
        };
    }

    private static CardOrder order(Persona holder, CacIssue issue) {
        CardOrder current = CardOrder.of(holder).card(2);
        return switch (issue) {
            case PREVIOUS -> CardOrder.of(holder.onOtherCard());
            case CURRENT -> current;
            case EXPIRED -> current.expired();
            case NOT_YET_VALID -> current.notYetValid();
            case DEVICE -> current.asDevice();
            case OFFERING_PIV_AUTHENTICATION -> current.offering(CertificateRole.PIV_AUTHENTICATION);
            case OFFERING_CARD_AUTHENTICATION -> current.offering(CertificateRole.CARD_AUTHENTICATION);
            case ISSUER_UNKNOWN_YET -> current.fromNewIssuer();
            case COMMON_SERIAL_NUMBER -> current.numbered(COMMON_SERIAL_NUMBER);
            case CHECKED_BY_CRL_ALONE -> current.checkedAt(RevocationService.CRL_ALONE);
            case CHECKED_BY_OLD_CRL_ALONE -> current.checkedAt(RevocationService.STALE_CRL_ALONE);
            case CHECKED_BY_OLD_ANSWERS -> current.checkedAt(RevocationService.STALE);
            case NOT_CHECKABLE -> current.checkedAt(RevocationService.UNREACHABLE);
        };
    }

    @Override
    public void putInto(CardReader reader) {
        if (inside != reader) {
            pull();
            readers.slotOf(reader).insert(card);
            inside = reader;
        }
    }

    @Override
    public void pull() {
        CardReader reader = inside;
        if (reader != null) {
            readers.slotOf(reader).pull();
            reader.forgetCard();
            inside = null;
        }
    }

    @Override
    public Pin pin() {
        return pinOf(simulation.pin(holder));
    }

    @Override
    public Pin wrongPin() {
        return pinOf(simulation.wrongPin(holder));
    }

    @Override
    public Pin shortPin() {
        return pinOf(simulation.shortPin());
    }

    private static Pin pinOf(char[] digits) {
        try {
            return Pin.of(digits);
        } finally {
            Arrays.fill(digits, '0');
        }
    }

    @Override
    public X509Certificate certificate() {
        return certificates().get(0);
    }

    @Override
    public List<X509Certificate> certificates() {
        return card.contents().credentials().stream()
                .filter(credential -> CertificateRole.cac().contains(credential.role()))
                .map(Credential::certificate)
                .toList();
    }

    @Override
    public int presentations() {
        return card.ledger().pinPresentations();
    }

    @Override
    public int triesLeft() {
        return card.triesLeft();
    }

    @Override
    public void revoke() {
        certificates().forEach(certificate -> simulation.pki().revoke(certificate, CRLReason.AFFILIATION_CHANGED));
    }

    @Override
    public void suspend() {
        certificates().forEach(simulation.pki()::suspend);
    }

    @Override
    public void close() {
        pull();
        card.close();
    }
}

package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.CardSigner;
import org.cacharness.drivers.Prompts;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Signs evidence with a person's simulated CAC, made for this one signature; the PIN policy is the one for real cards.
 *
 * <p>The test PKI that issued it ends with it: what remains are the certificates that the signature encloses.
 */
final class SimulatedCardSigner implements EvidenceSigner {
    private static final String USUAL_HOLDER = "Ada";

    private final Simulation simulation;
    private final SimulatedCard card;
    private final CardReader reader;
    private final CardSigner signer;

    private SimulatedCardSigner(Simulation simulation, SimulatedCard card, CardReader reader, CardSigner signer) {
        this.simulation = simulation;
        this.card = card;
        this.reader = reader;
        this.signer = signer;
    }

    static SimulatedCardSigner start(@Nullable String holder, Secrets secrets, PinPolicy policy) {
        Simulation simulation = Simulation.start(SimulationSettings.builtIn(), secrets);
        try {
            return start(simulation, holder == null ? USUAL_HOLDER : holder, policy);
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private static SimulatedCardSigner start(Simulation simulation, String holder, PinPolicy policy) {
        Readers readers = new InProcessReaders();
        SimulatedCard card = SimulatedCard.issue(
                simulation, simulation.persona(holder), CacIssue.CURRENT, readers, Optional.empty());
        CardReader reader = readers.reader("Reader 1", new PinGuard(policy));
        card.putInto(reader);
        Prompts prompts = new Prompts(certificate -> true);
        prompts.willEnter(() -> Optional.of(card.pin()));
        return new SimulatedCardSigner(
                simulation, card, reader, CardSigner.of(reader, prompts, own -> issuers(simulation, own)));
    }

    private static List<X509Certificate> issuers(Simulation simulation, X509Certificate own) {
        List<X509Certificate> chain = simulation.pki().chain(own);
        return chain.subList(1, chain.size());
    }

    @Override
    public List<X509Certificate> certificates() {
        return signer.certificates();
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws EvidenceException {
        return signer.sign(toBeSigned);
    }

    /** How many PINs the card was sent. */
    int presentations() {
        return card.presentations();
    }

    @Override
    public void close() {
        reader.close();
        card.close();
        simulation.close();
    }
}

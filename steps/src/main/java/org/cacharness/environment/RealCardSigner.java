package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.CardSigner;
import org.cacharness.drivers.Prompts;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;

/**
 * Signs evidence with the real card that is in a reader, the certifier's own. It is chosen and guarded as for a run: on the allow-list, three
 * tries left, nothing on record against it, one PIN presentation.
 */
final class RealCardSigner implements EvidenceSigner {
    private final RealCardChoice.Chosen card;
    private final CardReader reader;
    private final CardSigner signer;

    private RealCardSigner(RealCardChoice.Chosen card, CardReader reader, CardSigner signer) {
        this.card = card;
        this.reader = reader;
        this.signer = signer;
    }

    /**
     * Looks for the card.
     *
     * @param tell prints a line to the user
     * @throws BadInputException if there is none that may be used
     */
    static RealCardSigner open(RealCardRequest request, PcscService pcsc, Secrets secrets, Consumer<String> tell)
            throws BadInputException {
        TrustedIssuers issuers = TrustedIssuers.read(request.trust());
        RealCardChoice choice = new RealCardSearch(request, issuers, RealCardSearch.operator(request, tell)).in(pcsc);
        if (choice instanceof RealCardChoice.Chosen chosen) {
            secrets.register(SecretKind.PIN, chosen.pin());
            chosen.lines().forEach(tell);
            return with(chosen, issuers);
        }
        throw new BadInputException("--sign-with own-card: expected a card that may be used, got none: "
                + ((RealCardChoice.None) choice).reason());
    }

    private static RealCardSigner with(RealCardChoice.Chosen card, TrustedIssuers issuers) {
        CardReader reader = new CardReader(card.terminal(), new PinGuard(PinPolicy.hardware(), card.record()));
        try {
            Prompts person = new Prompts(certificate -> true);
            person.willEnter(() -> Optional.of(Pin.of(card.pin())));
            return new RealCardSigner(card, reader, CardSigner.of(reader, person, issuers::issuersOf));
        } catch (RuntimeException unusable) {
            end(card, reader);
            throw unusable;
        }
    }

    @Override
    public List<X509Certificate> certificates() {
        return signer.certificates();
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws EvidenceException {
        return signer.sign(toBeSigned);
    }

    @Override
    public void close() {
        end(card, reader);
    }

    private static void end(RealCardChoice.Chosen card, CardReader reader) {
        reader.close();
        Arrays.fill(card.pin(), '\0');
        card.record().close();
    }
}

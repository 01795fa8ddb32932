package org.cacharness.drivers;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.time.Instant;
import java.util.List;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.CardSignatureException;
import org.cacharness.edge.ModuleToken;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinOutcome;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.RunClock;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/** The CAC software is a PKCS#11 module: PIN and signatures go through it, and what it makes of them. */
public final class ModuleKeys implements CardKeys {
    private final Path module;
    private final PinGuard guard;
    private final EventLog events = new EventLog();
    private @Nullable ModuleToken token;

    /**
     * Uses a module.
     *
     * @param module the shared library
     * @param guard keeps the PIN policy of the run
     */
    public ModuleKeys(Path module, PinGuard guard) {
        this.module = module;
        this.guard = guard;
    }

    @Override
    public PinOutcome present(CacCard card, Pin pin) throws CardConnectionException {
        Instant began = RunClock.utc().instant();
        PinOutcome outcome = opened(card).present(pin);
        events.add(TimelineEvent.since(began, Layer.PKCS11, "C_Login, PIN masked → " + told(outcome), List.of()));
        return outcome;
    }

    @Override
    public PrivateKey keyOf(CacCard card, CardCertificate certificate, PinEntry prompts) {
        Instant began = RunClock.utc().instant();
        try {
            PrivateKey key = opened(card).key(certificate, prompts);
            events.add(TimelineEvent.since(
                    began,
                    Layer.PKCS11,
                    "C_FindObjects, private key for " + certificate.instance().label() + " → found",
                    List.of("C_Login before it, where the token asked for the PIN; C_Sign is the provider's own")));
            return key;
        } catch (CardConnectionException | CardSignatureException none) {
            events.add(TimelineEvent.since(
                    began,
                    Layer.PKCS11,
                    "C_FindObjects, private key for " + certificate.instance().label() + " → none",
                    List.of(String.valueOf(none.getMessage()))));
            throw new ProviderException(none.getMessage(), none);
        }
    }

    @Override
    public synchronized void forgetCard() {
        if (token != null) {
            token.close();
            token = null;
            events.add(TimelineEvent.now(Layer.PKCS11, "C_Logout, C_CloseSession"));
        }
    }

    private synchronized ModuleToken opened(CacCard card) throws CardConnectionException {
        if (token == null) {
            Instant began = RunClock.utc().instant();
            token = ModuleToken.open(module, card, guard);
            events.add(TimelineEvent.since(
                    began,
                    Layer.PKCS11,
                    "C_GetSlotList, C_GetTokenInfo, C_OpenSession → token found",
                    List.of("module " + module)));
        }
        return token;
    }

    @Override
    public List<TimelineEvent> newEvents() {
        return events.takeNew();
    }

    private static String told(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Refused refused) {
            return "CKR_PIN_INCORRECT, " + refused.triesLeft() + " tries left";
        }
        if (outcome instanceof PinOutcome.Blocked) {
            return "CKR_PIN_LOCKED";
        }
        return outcome instanceof PinOutcome.AlreadyVerified ? "not called: verified already" : "CKR_OK";
    }
}

package org.cacharness.drivers;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.ProviderException;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.CardSignatureException;
import org.cacharness.edge.ModuleToken;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinOutcome;
import org.jspecify.annotations.Nullable;

/** The CAC software is a PKCS#11 module: PIN and signatures go through it, and what it makes of them. */
public final class ModuleKeys implements CardKeys {
    private final Path module;
    private final PinGuard guard;
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
        return opened(card).present(pin);
    }

    @Override
    public PrivateKey keyOf(CacCard card, CardCertificate certificate, PinEntry prompts) {
        try {
            return opened(card).key(certificate, prompts);
        } catch (CardConnectionException | CardSignatureException none) {
            throw new ProviderException(none.getMessage(), none);
        }
    }

    @Override
    public synchronized void forgetCard() {
        if (token != null) {
            token.close();
            token = null;
        }
    }

    private synchronized ModuleToken opened(CacCard card) throws CardConnectionException {
        if (token == null) {
            token = ModuleToken.open(module, card, guard);
        }
        return token;
    }
}

package org.cacharness.edge;

import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;

/**
 * A card as a PKCS#11 module shows it, used through SunPKCS11: one insertion of one card.
 *
 * <p>After the card was pulled, a token stays dead for good: open another one then. The module says nothing exact about the tries
 * left, so they are read from the card itself before each PIN, and the {@link PinGuard} is asked as everywhere.
 */
public final class ModuleToken implements AutoCloseable {
    private final AuthProvider provider;
    private final CacCard card;
    private final PinGuard guard;
    private boolean loggedIn;

    /** A token that is open already. */
    ModuleToken(AuthProvider provider, CacCard card, PinGuard guard) {
        this.provider = provider;
        this.card = card;
        this.guard = guard;
    }

    /**
     * Opens the token that has the card's serial, wherever the module lists it: as a CAC by its CCC, as a PIV card by its CHUID.
     *
     * @param module the shared library
     * @param card the same card by APDU
     * @param guard keeps the PIN policy of the run
     * @throws CardConnectionException if the module shows no such token, or two
     */
    public static ModuleToken open(Path module, CacCard card, PinGuard guard) throws CardConnectionException {
        AuthProvider provider = ModuleSlots.of(module).find(card.serial(), card.pivSerials());
        Security.addProvider(provider);
        return new ModuleToken(provider, card, guard);
    }

    /**
     * Presents a PIN by C_Login, after reading the tries left.
     *
     * @throws Refusal if the policy forbids it; nothing was sent then
     */
    public synchronized PinOutcome present(Pin pin) throws CardConnectionException {
        guard.requireCard(card::serial);
        PinState state = card.pinState();
        if (state instanceof PinState.Blocked) {
            return new PinOutcome.Blocked();
        }
        if (loggedIn && state instanceof PinState.Verified) {
            return new PinOutcome.AlreadyVerified();
        }
        if (state instanceof PinState.TriesLeft left) {
            guard.permit(left.count());
        } else {
            guard.permitVerified();
        }
        PinOutcome outcome = login(pin);
        guard.saw(outcome);
        loggedIn = outcome instanceof PinOutcome.Accepted;
        return outcome;
    }

    /**
     * The private key of a certificate, as SunPKCS11 has it; the module shows it to nobody who has not given the PIN.
     *
     * @param pinEntry asked at most once, if the PIN was not given since the card was put in
     * @throws CardSignatureException if there is no key to be had
     */
    public synchronized PrivateKey key(CardCertificate certificate, PinEntry pinEntry) throws CardSignatureException {
        String purpose = "Use the key for " + certificate.instance().label() + " through PKCS#11";
        try {
            if (!loggedIn) {
                new Unlocking(purpose).unlock(certificate.instance(), card.pinState(), pinEntry, this::present);
            }
            return found(certificate.certificate())
                    .orElseThrow(
                            () -> new CardSignatureException(
                                    CardSignatureException.Reason.CARD_AT_FAULT,
                                    purpose
                                            + ": expected the certificate's key on the token, found none: is it the same card?"));
        } catch (CardConnectionException | GeneralSecurityException | ProviderException gone) {
            if (gone instanceof CardSignatureException told) {
                throw told;
            }
            throw new CardSignatureException(
                    CardSignatureException.Reason.CARD_GONE, purpose + ": " + gone.getMessage(), gone);
        } catch (Refusal e) {
            throw new CardSignatureException(
                    CardSignatureException.Reason.PIN_NOT_SENT, purpose + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the token; a card that is gone is no error. */
    @Override
    public synchronized void close() {
        Security.removeProvider(provider.getName());
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            // The card was pulled, and its PIN state went with the power
        }
        ModuleSlots.endWatch(provider);
        loggedIn = false;
    }

    private Optional<PrivateKey> found(X509Certificate certificate) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        try {
            store.load(null, null);
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("the token's objects cannot be read: " + e.getMessage(), e);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && certificate.equals(store.getCertificate(alias))) {
                return Optional.of((PrivateKey) store.getKey(alias, null));
            }
        }
        return Optional.empty();
    }

    private PinOutcome login(Pin pin) throws CardConnectionException {
        char[] digits = pin.copyOfDigits();
        try {
            provider.login(null, answering(digits));
            return new PinOutcome.Accepted();
        } catch (LoginException | ProviderException refused) {
            return outcomeOf(refused);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    /** The module tells a wrong PIN from a card that is gone only roughly; the card itself knows. */
    private PinOutcome outcomeOf(Exception refused) throws CardConnectionException {
        PinState now = card.pinState();
        if (now instanceof PinState.TriesLeft left) {
            return new PinOutcome.Refused(left.count());
        }
        if (now instanceof PinState.Blocked) {
            return new PinOutcome.Blocked();
        }
        throw new CardConnectionException(
                "C_Login: expected the PIN to be accepted, as the card says it was; the module says "
                        + refused.getMessage() + ": put the card in again",
                refused);
    }

    private static CallbackHandler answering(char[] digits) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (!(callback instanceof PasswordCallback asked)) {
                    throw new UnsupportedCallbackException(callback);
                }
                asked.setPassword(digits);
            }
        };
    }
}

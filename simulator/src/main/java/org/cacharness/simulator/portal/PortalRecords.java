package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The portal from behind: how a scenario arranges its state and observes what no page shows. Safe for use by several threads.
 *
 * <p>Every method that names an account throws {@link IllegalArgumentException} if it was not opened. Secrets go in and never
 * come out.
 */
public final class PortalRecords {
    private static final Pattern EDIPI = Pattern.compile("\\d{10}");

    private final PortalState state;

    PortalRecords(PortalState state) {
        this.state = state;
    }

    /**
     * Opens an account with a first password, issued now for the ordinary period of 60 days.
     *
     * @param username what the member types, the same in upper and lower case
     * @param displayName what the pages call the member
     * @param edipi ten digits; not {@code Edipi}, which knows synthetic people only, for a real CAC may meet this portal
     * @param password the first password; the caller keeps the array and clears it
     */
    public void openAccount(String username, String displayName, String edipi, char[] password) {
        if (!EDIPI.matcher(edipi).matches()) {
            throw new IllegalArgumentException("open account \"" + username
                    + "\": expected a DoD identifier of ten digits, got \"" + edipi + "\": correct the persona");
        }
        Account account = new Account(username.strip(), displayName, edipi);
        change(() -> {
            account.issue(new Password(password, state.clock.instant(), Password.ORDINARY, state.random));
            state.accounts.open(account);
        });
    }

    /** What is registered for the account. */
    public Optional<RegisteredCertificate> registration(String username) {
        return locked(() -> state.accounts.named(username).registered());
    }

    /** Registers a certificate as if the member had done it before, whoever's it is. */
    public void register(String username, X509Certificate certificate) {
        change(() -> state.accounts.named(username).register(certificate, state.clock.instant()));
    }

    /** Clears what is registered, as if the member had done it. */
    public void clear(String username) {
        change(() -> state.accounts.named(username).clear());
    }

    /** Whether Register asks for the password (procedure, step 6: it may); at first it does not. */
    public void askForPassword(boolean ask) {
        change(() -> state.askForPassword = ask);
    }

    /**
     * Issues a password as of some instant, for the ordinary 60 days. The one with the latest instant is the most recent one; of two at the
     * same instant, the one set later.
     */
    public void setPassword(String username, char[] password, Instant issuedAt) {
        setPassword(username, password, issuedAt, Password.ORDINARY);
    }

    /** Issues a password as of some instant, valid for some time. */
    public void setPassword(String username, char[] password, Instant issuedAt, Duration validity) {
        change(() -> state.accounts.named(username).issue(new Password(password, issuedAt, validity, state.random)));
    }

    /** The next copy of the cacheable script that leaves the portal is corrupt, one character in its table; the ones after are sound. */
    public void serveCorruptFileOnce() {
        change(() -> state.corruptNextFile = true);
    }

    /** What happened so far, in order. */
    public List<PortalEvent> events() {
        return locked(state.journal::events);
    }

    /**
     * From now on tells of each event while it happens, in the thread of the request; the portal waits for it.
     *
     * @param told must not ask the portal anything
     */
    public void watch(Consumer<PortalEvent> told) {
        change(() -> state.journal.watchedBy(told));
    }

    /** How many sessions of the account are logged in. */
    public int sessions(String username) {
        return locked(() -> state.sessions.loggedIn(username));
    }

    /** How many sessions are logged in. */
    public int sessions() {
        return locked(state.sessions::loggedIn);
    }

    private <T> T locked(Supplier<T> reading) {
        synchronized (state) {
            return reading.get();
        }
    }

    private void change(Runnable change) {
        synchronized (state) {
            change.run();
        }
    }
}

package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A member's account: its passwords, the newest last, and what is registered for it. */
final class Account {
    private final String username;
    private final String displayName;
    private final String edipi;
    private final List<Password> passwords = new ArrayList<>();
    private final List<RegisteredCertificate> cleared = new ArrayList<>();
    private Optional<RegisteredCertificate> registered = Optional.empty();
    private Optional<X509Certificate> firstRegistered = Optional.empty();

    Account(String username, String displayName, String edipi) {
        this.username = username;
        this.displayName = displayName;
        this.edipi = edipi;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String edipi() {
        return edipi;
    }

    /** Adds a password; of two issued at one instant the one added later is the newer. */
    void issue(Password password) {
        passwords.add(password);
        passwords.sort(Comparator.comparing(Password::issuedAt));
    }

    Password newestPassword() {
        return passwords.get(passwords.size() - 1);
    }

    /** How a secret stands to the passwords that were issued for this account. */
    PasswordVerdict judge(char[] secret) {
        if (newestPassword().matches(secret)) {
            return PasswordVerdict.NEWEST;
        }
        return passwords.stream().anyMatch(password -> password.matches(secret))
                ? PasswordVerdict.OLDER
                : PasswordVerdict.WRONG;
    }

    Optional<RegisteredCertificate> registered() {
        return registered;
    }

    void register(X509Certificate certificate, Instant now) {
        registered = Optional.of(RegisteredCertificate.of(certificate, now));
        firstRegistered = firstRegistered.or(() -> Optional.of(certificate));
    }

    void register(RegisteredCertificate certificate) {
        registered = Optional.of(certificate);
    }

    void clear() {
        registered.ifPresent(cleared::add);
        registered = Optional.empty();
    }

    /** The first certificate that ever was registered here; only wrong portals want to know. */
    Optional<X509Certificate> firstRegistered() {
        return firstRegistered;
    }

    boolean holds(X509Certificate certificate) {
        return registered.filter(binding -> binding.binds(certificate)).isPresent();
    }

    boolean onceHeld(X509Certificate certificate) {
        return cleared.stream().anyMatch(binding -> binding.binds(certificate));
    }

    /** The possible verdicts on a password. */
    enum PasswordVerdict {
        /** The most recent one issued. */
        NEWEST,
        /** One that was issued before the most recent one. */
        OLDER,
        /** None that was ever issued. */
        WRONG
    }
}

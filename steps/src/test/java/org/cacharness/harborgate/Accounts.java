package org.cacharness.harborgate;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who has an account at the gate, and who is signed in. */
final class Accounts {
    private final Map<String, Account> byUser = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    final AtomicInteger refused = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();

    /** One account; its linked card changes. */
    static final class Account {
        final String user;
        final String holder;
        final String number;
        final String passphrase;
        volatile Optional<X509Certificate> linked = Optional.empty();

        Account(String user, String holder, String number, String passphrase) {
            this.user = user;
            this.holder = holder;
            this.number = number;
            this.passphrase = passphrase;
        }
    }

    /** Somebody is signed in. */
    record Session(String key, Account account, boolean byCard, String token) {}

    void open(String user, String holder, String number, String passphrase) {
        byUser.put(user, new Account(user, holder, number, passphrase));
    }

    Optional<Account> named(String user) {
        return Optional.ofNullable(byUser.get(user));
    }

    Optional<Account> linkedTo(X509Certificate card) {
        return byUser.values().stream()
                .filter(account -> account.linked.equals(Optional.of(card)))
                .findFirst();
    }

    Account anybody() {
        return byUser.values().iterator().next();
    }

    Session begin(Account account, boolean byCard) {
        Session session = new Session(fresh(), account, byCard, fresh());
        sessions.put(session.key(), session);
        return session;
    }

    Optional<Session> session(String key) {
        return Optional.ofNullable(sessions.get(key));
    }

    void end(Session session) {
        sessions.remove(session.key());
    }

    private String fresh() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

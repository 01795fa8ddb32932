package org.cacharness.simulator.portal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of one portal, by the value of their cookie. */
final class Sessions {
    /** The prefix makes browsers insist on Secure, the path {@code /} and this very host (RFC 6265bis, 4.1.3.2). */
    static final String COOKIE = "__Host-session";

    private final Map<String, Session> byId = new HashMap<>();
    private final SecureRandom random;

    Sessions(SecureRandom random) {
        this.random = random;
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Session begin() {
        return add(Optional.empty());
    }

    /** Begins a session with a new id, and ends the one before: an id known from before the log in is worth nothing after it. */
    Session logIn(Optional<Session> before, Login login) {
        before.ifPresent(this::end);
        return add(Optional.of(login));
    }

    void end(Session session) {
        byId.remove(session.id());
    }

    int loggedIn(String username) {
        return (int) byId.values().stream()
                .flatMap(session -> session.login().stream())
                .filter(login -> login.username().equals(username))
                .count();
    }

    int loggedIn() {
        return (int) byId.values().stream()
                .filter(session -> session.login().isPresent())
                .count();
    }

    /** A session that nobody has, for a page that begins none. */
    Session ofNobody() {
        return made(Optional.empty());
    }

    private Session add(Optional<Login> login) {
        Session session = made(login);
        byId.put(session.id(), session);
        return session;
    }

    private Session made(Optional<Login> login) {
        byte[] id = new byte[24];
        random.nextBytes(id);
        return new Session(Base64.getUrlEncoder().withoutPadding().encodeToString(id), new FormTokens(random), login);
    }
}

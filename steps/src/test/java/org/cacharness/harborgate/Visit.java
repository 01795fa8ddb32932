package org.cacharness.harborgate;

import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;

/** One request, and what the gate does about it. */
final class Visit {
    private static final String COOKIE = "gate=";

    private final HttpsExchange exchange;
    private final Accounts accounts;
    private final Set<Flaw> flaws;
    private final Pages pages;
    private final Map<String, String> form = new HashMap<>();

    Visit(HttpsExchange exchange, Accounts accounts, Set<Flaw> flaws, Pages pages) {
        this.exchange = exchange;
        this.accounts = accounts;
        this.flaws = flaws;
        this.pages = pages;
    }

    void answerOpen() throws IOException {
        readForm();
        Optional<Accounts.Session> session = session();
        switch (exchange.getRequestURI().getPath()) {
            case "/signin" -> signIn();
            case "/leave" -> leave(session);
            case "/desk/security/card" -> cardPage(session);
            case "/", "/desk", "/desk/security", "/desk/security/card/remove", "/desk/security/card/removed" ->
                signedIn(session);
            default -> answer(404, pages.notPossible(session, "There is no such page."));
        }
    }

    private void signedIn(Optional<Accounts.Session> session) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/") || session.isEmpty()) {
            answer(200, pages.signIn(""));
            return;
        }
        Accounts.Session known = session.orElseThrow();
        switch (path) {
            case "/desk" -> answer(200, pages.desk(known));
            case "/desk/security" -> answer(200, pages.security(known));
            case "/desk/security/card/remove" -> answer(200, pages.sure(known));
            default -> remove(known);
        }
    }

    private void cardPage(Optional<Accounts.Session> session) throws IOException {
        if (session.isEmpty() && !flaws.contains(Flaw.CARD_PAGE_IS_OPEN)) {
            answer(200, pages.signIn(""));
        } else {
            answer(200, pages.card(session, session.flatMap(known -> known.account().linked)));
        }
    }

    private void remove(Accounts.Session session) throws IOException {
        if (hasTicket(session)) {
            session.account().linked = Optional.empty();
        }
        answer(200, pages.card(Optional.of(session), session.account().linked));
    }

    private void signIn() throws IOException {
        Optional<Accounts.Account> account = accounts.named(form.getOrDefault("user", ""))
                .filter(known -> known.passphrase.equals(form.getOrDefault("pass", "")));
        if (account.isEmpty()) {
            accounts.refused.incrementAndGet();
            answer(200, pages.signIn("<p>We do not know you.</p>"));
        } else {
            enter(accounts.begin(account.orElseThrow(), false));
        }
    }

    private void leave(Optional<Accounts.Session> session) throws IOException {
        if (!flaws.contains(Flaw.NEVER_LEAVES)) {
            session.filter(this::hasTicket).ifPresent(accounts::end);
        }
        answer(200, pages.goodbye());
    }

    void answerCards() throws IOException {
        readForm();
        Optional<Accounts.Session> session = session();
        Optional<X509Certificate> card = card();
        Optional<String> problem = card.isEmpty()
                ? Optional.of("No card was seen.")
                : new CardReading(card.orElseThrow(), flaws).problem();
        if (problem.isPresent()) {
            answer(200, pages.notPossible(session, problem.orElseThrow()));
        } else if (exchange.getRequestURI().getPath().equals("/link")) {
            link(session, card.orElseThrow());
        } else {
            signInByCard(card.orElseThrow());
        }
    }

    private void signInByCard(X509Certificate card) throws IOException {
        Optional<Accounts.Account> account = accounts.linkedTo(card)
                .or(() -> flaws.contains(Flaw.TAKES_ANY_CARD) ? Optional.of(accounts.anybody()) : Optional.empty());
        if (account.isEmpty()) {
            answer(200, pages.notPossible(Optional.empty(), "No account is linked to this card."));
        } else {
            enter(accounts.begin(account.orElseThrow(), true));
        }
    }

    private void link(Optional<Accounts.Session> session, X509Certificate card) throws IOException {
        if (session.filter(this::hasTicket).isEmpty()) {
            answer(200, pages.signIn(""));
            return;
        }
        Accounts.Session known = session.orElseThrow();
        Optional<String> problem = problem(known, card);
        if (problem.isPresent()) {
            answer(200, pages.notPossible(session, problem.orElseThrow()));
        } else if (form.containsKey("pass") || flaws.contains(Flaw.ASKS_FOR_NO_PASSPHRASE)) {
            confirm(known, card);
        } else {
            answer(200, pages.oneMoreStep(known));
        }
    }

    private Optional<String> problem(Accounts.Session session, X509Certificate card) {
        Optional<String> number = new CardReading(card, flaws).number();
        if (number.isEmpty()) {
            return Optional.of("This card has no ID number that we know.");
        }
        boolean own = number.orElseThrow().equals(session.account().number);
        return own || flaws.contains(Flaw.LINKS_ANYBODY)
                ? Optional.empty()
                : Optional.of("This card is somebody else's.");
    }

    private void confirm(Accounts.Session session, X509Certificate card) throws IOException {
        boolean right = session.account().passphrase.equals(form.get("pass"));
        if (!right && !flaws.contains(Flaw.ASKS_FOR_NO_PASSPHRASE)) {
            answer(200, pages.notPossible(Optional.of(session), "That is not your passphrase."));
            return;
        }
        if (!flaws.contains(Flaw.LINKS_NOTHING)) {
            session.account().linked = Optional.of(card);
        }
        answer(200, pages.linked(session, card));
    }

    private void enter(Accounts.Session session) throws IOException {
        exchange.getResponseHeaders()
                .add("Set-Cookie", COOKIE + session.key() + "; Path=/; Secure; HttpOnly; SameSite=Strict");
        answer(200, pages.desk(session));
    }

    private boolean hasTicket(Accounts.Session session) {
        return session.token().equals(form.get("ticket"));
    }

    private Optional<Accounts.Session> session() {
        return exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of()).stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(";\\s*", -1)))
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> cookie.substring(COOKIE.length()))
                .flatMap(key -> accounts.session(key).stream())
                .findFirst();
    }

    private Optional<X509Certificate> card() {
        try {
            return Optional.of((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private void readForm() throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void answer(int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package org.cacharness.recording;

import java.io.IOException;
import java.net.URI;
import java.security.InvalidKeyException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.TrafficListener;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** What one scenario and a live portal said to each other, as it was said; kept in memory alone. Safe for several threads. */
final class Conversation implements Witness, TrafficListener {
    private final Secrets secrets;
    private final Placeholders placeholders = new Placeholders();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, Handshake> handshakes = new LinkedHashMap<>();
    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private String title = "";
    private @Nullable String obstacle;

    /**
     * Nothing was said yet.
     *
     * @param portal whom a member asks first
     * @param secrets of the run
     */
    Conversation(URI portal, Secrets secrets) {
        this.secrets = secrets;
        met(authority(portal));
    }

    @Override
    public synchronized void began(String scenario) {
        title = scenario;
    }

    @Override
    public void person(Member member, Password password) {
        placeholders.person(member, password);
    }

    @Override
    public synchronized void certificate(X509Certificate certificate) {
        certificates.add(certificate);
        placeholders.certificate(certificate);
    }

    @Override
    public TrafficListener listener() {
        return this;
    }

    @Override
    public synchronized void answered(Exchange exchange) {
        met(authority(exchange.address()));
        exchanges.add(exchange);
    }

    /** What fails at the card fails there again when it is replayed. */
    @Override
    public synchronized void unanswered(URI address, IOException problem) {
        met(authority(address));
        if (obstacle == null && !isOfTheCard(problem)) {
            obstacle = "the connection to server " + (servers().indexOf(authority(address)) + 1) + " was refused ("
                    + placeholders.hide(problem.toString().replace(authority(address), "it"))
                    + "), and what TLS refuses is no answer that a stub could give";
        }
    }

    @Override
    public synchronized void incomplete(URI address) {
        met(authority(address));
        if (obstacle == null) {
            obstacle = "the browser no longer had all of an answer of server "
                    + (servers().indexOf(authority(address)) + 1) + " when it was asked for it";
        }
    }

    private static boolean isOfTheCard(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignatureException || cause instanceof InvalidKeyException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void shookHands(Handshake handshake) {
        met(handshake.server());
        handshakes.merge(handshake.server(), handshake, Conversation::both);
    }

    /** A full handshake asks for what a resumed one does not ask again; one that failed early has agreed on nothing. */
    private static Handshake both(Handshake known, Handshake now) {
        Handshake asking = known.asksForCertificate() ? known : now;
        Handshake agreed = known.protocol().isEmpty() ? now : known;
        return new Handshake(
                known.server(), agreed.protocol(), agreed.suite(), asking.asksForCertificate(), asking.authorities());
    }

    private void met(String server) {
        if (!handshakes.containsKey(server)) {
            placeholders.server(server);
            handshakes.put(server, new Handshake(server, "", "", false, 0));
        }
    }

    synchronized String title() {
        return title;
    }

    /** Why it cannot be replayed, or null. */
    synchronized @Nullable String obstacle() {
        return obstacle;
    }

    Secrets secrets() {
        return secrets;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What was said to one server. */
    synchronized List<Exchange> exchangesWith(String server) {
        return exchanges.stream()
                .filter(exchange -> authority(exchange.address()).equals(server))
                .toList();
    }

    /** Servers, the portal's own first. */
    synchronized List<String> servers() {
        return List.copyOf(handshakes.keySet());
    }

    synchronized Handshake handshake(String server) {
        return handshakes.getOrDefault(server, new Handshake(server, "", "", false, 0));
    }

    synchronized Set<X509Certificate> certificates() {
        return Set.copyOf(certificates);
    }

    /** Host and port, also where the address leaves the port out. */
    private static String authority(URI address) {
        return address.getPort() < 0 ? address.getHost() + ":443" : address.getAuthority();
    }
}

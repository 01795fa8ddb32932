package org.cacharness.drivers;

import java.net.Socket;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.security.auth.x500.X500Principal;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.RunClock;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * The TLS handshakes of one computer's embedded browsers, each with what was agreed on: version, suite, full or resumed, the
 * authorities that the server named, the certificate that was shown.
 *
 * <p>Each is told once the browser has used its connection, in the thread that did. Safe for several threads.
 */
final class Handshakes {
    private static final String NEVER_AGREED = "NONE";

    private final Map<Socket, Handshake> open = new LinkedHashMap<>();
    private final Set<Socket> over = new HashSet<>();

    /** A context whose connections are watched. */
    SSLContext watched(SSLContext context) {
        return new WatchedContext(context, this::began);
    }

    /** The server's certificate is looked at, as in every full handshake and in no resumed one. */
    synchronized void looked(@Nullable Socket socket) {
        Handshake handshake = open.get(socket);
        if (handshake != null) {
            handshake.full = true;
        }
    }

    /** The server asks for a certificate. */
    synchronized void asked(@Nullable Socket socket, Principal @Nullable [] authorities) {
        Handshake handshake = open.get(socket);
        if (handshake != null) {
            handshake.authorities.addAll(names(authorities));
            handshake.asked = true;
            handshake.underWay = socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null;
        }
    }

    /**
     * The handshakes that were made since this was last asked.
     *
     * @param listener is told of them
     */
    List<TimelineEvent> takeNew(TrafficListener listener) {
        return events(taken(socket -> true), listener);
    }

    /** Those of them that are over for sure. */
    List<TimelineEvent> takeOver(TrafficListener listener) {
        return events(taken(over::remove), listener);
    }

    /** A handshake has succeeded or failed. */
    synchronized void isOver(Socket socket) {
        if (open.containsKey(socket)) {
            over.add(socket);
        }
    }

    private static List<TimelineEvent> events(Map<Socket, Handshake> handshakes, TrafficListener listener) {
        List<TimelineEvent> events = new ArrayList<>();
        handshakes.forEach((socket, handshake) -> {
            SSLSession session = ((SSLSocket) socket).getSession();
            events.add(event(handshake, session));
            Optional<SSLSession> agreed = handshake.agreed(session);
            listener.shookHands(new TrafficListener.Handshake(
                    handshake.server,
                    agreed.map(SSLSession::getProtocol).orElse(""),
                    agreed.map(SSLSession::getCipherSuite).orElse(""),
                    handshake.asked,
                    handshake.authorities.size()));
        });
        return events;
    }

    private synchronized Map<Socket, Handshake> taken(Predicate<Socket> wanted) {
        Map<Socket, Handshake> fresh = new LinkedHashMap<>();
        open.forEach((socket, handshake) -> {
            if (wanted.test(socket)) {
                fresh.put(socket, handshake);
            }
        });
        open.keySet().removeAll(fresh.keySet());
        return fresh;
    }

    private synchronized void began(SSLSocket socket, String server) {
        open.put(socket, new Handshake(server, RunClock.utc().instant()));
    }

    private static TimelineEvent event(Handshake handshake, SSLSession session) {
        if (session.getProtocol().equals(NEVER_AGREED)) {
            return TimelineEvent.at(
                    handshake.began, Layer.TLS, handshake.server + ": no handshake", details(handshake, session));
        }
        String what = handshake.server + ": " + session.getProtocol() + ", " + session.getCipherSuite() + ", "
                + (handshake.full ? "full" : "resumed") + (handshake.asked ? ", client certificate asked for" : "");
        return TimelineEvent.at(handshake.began, Layer.TLS, what, details(handshake, session));
    }

    private static String[] details(Handshake handshake, SSLSession session) {
        List<String> details = new ArrayList<>();
        if (handshake.asked) {
            details.add("authorities named: " + handshake.authorities.size());
            handshake.authorities.stream().map(name -> "  " + name).forEach(details::add);
        }
        String chosen = chosen(session.getLocalCertificates());
        if (handshake.asked || !chosen.equals("none")) {
            details.add("client certificate: " + chosen);
        }
        return details.toArray(String[]::new);
    }

    private static String chosen(Certificate @Nullable [] shown) {
        return shown != null && shown.length > 0 && shown[0] instanceof X509Certificate certificate
                ? CertificateNames.described(certificate)
                : "none";
    }

    private static List<String> names(Principal @Nullable [] authorities) {
        return authorities == null
                ? List.of()
                : Stream.of(authorities)
                        .map(authority -> authority instanceof X500Principal name
                                ? CertificateNames.commonName(name)
                                : authority.getName())
                        .collect(Collectors.toList());
    }

    /** One that is being made. */
    private static final class Handshake {
        private final String server;
        private final Instant began;
        private final List<String> authorities = new ArrayList<>();
        private boolean full;
        private boolean asked;
        private @Nullable SSLSession underWay;

        Handshake(String server, Instant began) {
            this.server = server;
            this.began = began;
        }

        /** Version and suite are agreed on before a certificate is asked for, so they are known where it is the card that fails. */
        Optional<SSLSession> agreed(SSLSession session) {
            return session.getProtocol().equals(NEVER_AGREED) ? Optional.ofNullable(underWay) : Optional.of(session);
        }
    }
}

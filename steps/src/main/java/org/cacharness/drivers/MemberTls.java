package org.cacharness.drivers;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.cacharness.edge.CardProvider;
import org.cacharness.edge.PinEntry;

/** The TLS side of one browser: what it trusts, and how it presents a certificate whose key is on a card. */
public final class MemberTls {
    private MemberTls() {}

    /**
     * A TLS context of its own, whose sessions end with it.
     *
     * @param computer whose certificates, prompts and cards are used
     * @param trusted the authorities that the computer trusts for servers
     */
    public static SSLContext of(Workstation computer, KeyStore trusted) {
        return of(computer, trusted, computer.prompts(), computer.prompts());
    }

    /**
     * The same, where the person is asked by way of others.
     *
     * @param computer whose certificates and cards are used
     * @param trusted the authorities that the computer trusts for servers
     * @param chooser is asked which certificate to present
     * @param pins is asked for the PIN
     */
    public static SSLContext of(Workstation computer, KeyStore trusted, CertificatePrompt chooser, PinEntry pins) {
        CardProvider.register();
        KeyManager keys = new BrowserKeyManager(
                computer.certificates(),
                chooser,
                certificate -> computer.privateKeyOf(certificate, pins),
                computer.traffic());
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, watched(trust.getTrustManagers(), computer.traffic()), null);
            return computer.traffic().handshakes().watched(context);
        } catch (GeneralSecurityException unsupported) {
            throw new IllegalStateException("TLS: expected a JDK with PKIX and TLS, got " + unsupported, unsupported);
        }
    }

    private static TrustManager[] watched(TrustManager[] managers, Traffic traffic) {
        return Arrays.stream(managers)
                .map(manager ->
                        manager instanceof X509ExtendedTrustManager trust ? new WatchedTrust(trust, traffic) : manager)
                .toArray(TrustManager[]::new);
    }
}

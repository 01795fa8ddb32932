package org.cacharness.drivers;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * How one browser presents a client certificate: it offers what the CAC software made available, asks which one to use, and
 * remembers the answer for the server until it is closed, also where the answer was "none".
 *
 * <p>The private key is asked for at every new handshake, so that a card that was pulled or put in is noticed there.
 */
final class BrowserKeyManager extends X509ExtendedKeyManager {
    private static final int DIGITAL_SIGNATURE = 0;

    private final CertificateList list;
    private final CertificatePrompt prompt;
    private final Function<X509Certificate, Optional<PrivateKey>> keys;
    private final Traffic traffic;
    private final Map<String, Optional<X509Certificate>> choices = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate> byAlias = new ConcurrentHashMap<>();

    /**
     * Connects the browser's list, its prompt and the cards.
     *
     * @param list the certificates that were made available
     * @param prompt asks the member
     * @param keys finds the private key of a certificate on a card that is in a reader now
     * @param traffic is told what servers ask for
     */
    BrowserKeyManager(
            CertificateList list,
            CertificatePrompt prompt,
            Function<X509Certificate, Optional<PrivateKey>> keys,
            Traffic traffic) {
        this.list = list;
        this.prompt = prompt;
        this.keys = keys;
        this.traffic = traffic;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        String server = socket instanceof SSLSocket tls
                ? tls.getHandshakeSession().getPeerHost() + ":"
                        + tls.getHandshakeSession().getPeerPort()
                : "";
        traffic.handshakes().asked(socket, issuers);
        traffic.agreed("a client certificate is asked for: " + String.join(" or ", keyTypes) + ", "
                + (issuers == null ? 0 : issuers.length) + " authorities named");
        return choices.computeIfAbsent(server, unanswered -> ask(offered(keyTypes, issuers)))
                .map(this::alias)
                .orElse(null);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    private Optional<X509Certificate> ask(List<X509Certificate> offered) {
        return offered.isEmpty() ? Optional.empty() : prompt.choose(offered);
    }

    private List<X509Certificate> offered(String[] keyTypes, Principal @Nullable [] issuers) {
        return list.certificates().stream()
                .filter(BrowserKeyManager::canLogIn)
                .filter(certificate -> Arrays.asList(keyTypes)
                        .contains(certificate.getPublicKey().getAlgorithm()))
                .filter(certificate -> issuers == null
                        || issuers.length == 0
                        || Arrays.asList(issuers).contains(certificate.getIssuerX500Principal()))
                .toList();
    }

    /** RFC 5280, 4.2.1.3: TLS client authentication signs, so the key usage must allow digital signatures. */
    private static boolean canLogIn(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE];
    }

    private String alias(X509Certificate certificate) {
        String alias = certificate.getIssuerX500Principal().getName() + "#"
                + certificate.getSerialNumber().toString(16);
        byAlias.put(alias, certificate);
        return alias;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        X509Certificate certificate = byAlias.get(alias);
        return certificate == null ? null : new X509Certificate[] {certificate};
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        X509Certificate certificate = byAlias.get(alias);
        return certificate == null ? null : keys.apply(certificate).orElse(null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return offered(new String[] {keyType}, issuers).stream()
                .map(this::alias)
                .toArray(String[]::new);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

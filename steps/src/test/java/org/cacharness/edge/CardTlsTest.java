package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTlsTest {
    private static final X509Certificate SERVER = Cards.Keys.selfSigned("localhost", Cards.Keys.RSA_2048);

    @BeforeAll
    static void register() {
        CardProvider.register();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, IDENTITY",
        "TLSv1.3, IDENTITY",
        "TLSv1.2, EMAIL_SIGNATURE",
        "TLSv1.3, EMAIL_SIGNATURE",
    })
    void the_server_sees_the_certificate_whose_key_is_on_the_card(String protocol, PkiInstance instance)
            throws Exception {
        try (Cards ada = Cards.with(Cards.Keys.RSA_3072, Cards.Keys.P_256)) {
            CardCertificate certificate = ada.certificate(instance);

            X509Certificate seen = handshake(protocol, certificate, ada.key(instance, Cards.knows(Cards.PIN)));

            assertThat(seen).isEqualTo(certificate.certificate());
            assertThat(ada.simulated.ledger().signatures()).isEqualTo(1);
        }
    }

    @Test
    void without_the_pin_there_is_no_handshake() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardCertificate certificate = ada.certificate(PkiInstance.IDENTITY);
            CardKey key = ada.key(PkiInstance.IDENTITY, PinEntry.none());

            Throwable failure = catchThrowable(() -> handshake("TLSv1.3", certificate, key));

            assertThat(failure)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasRootCauseInstanceOf(CardSignatureException.class);
        }
    }

    /** What a server of this process sees of the client. */
    static X509Certificate handshake(String protocol, CardCertificate certificate, PrivateKey key) throws Exception {
        SSLContext server = context(serverKeys(), certificate.certificate());
        SSLContext client =
                context(new KeyManager[] {new CardKeyManager(key, List.of(certificate.certificate()))}, SERVER);
        try (SSLServerSocket listening = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setNeedClientAuth(true);
            CompletableFuture<X509Certificate> seen = CompletableFuture.supplyAsync(() -> accept(listening));
            try (SSLSocket socket = (SSLSocket) client.getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                return seen.join();
            }
        }
    }

    private static X509Certificate accept(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static SSLContext context(KeyManager[] keys, X509Certificate trusted) throws Exception {
        KeyStore trust = emptyStore();
        trust.setCertificateEntry("trusted", trusted);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trustManagers.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] serverKeys() throws Exception {
        KeyStore store = emptyStore();
        char[] password = "server".toCharArray();
        store.setKeyEntry("server", Cards.Keys.RSA_2048.getPrivate(), password, new X509Certificate[] {SERVER});
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

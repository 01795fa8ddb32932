package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's TLS makes of the certificates: a portal that trusts the anchors, a browser that trusts the roots. */
class TlsHandshakeTest {
    private static final Persona ADA = Personas.builtIn().named("Ada");

    @SuppressWarnings("NullAway.Init")
    private static TestPki pki;

    @BeforeAll
    static void start() {
        pki = TestPki.start();
    }

    @AfterAll
    static void end() {
        pki.close();
    }

    @Test
    void a_portal_meets_the_member_by_the_cards_certificate() throws Exception {
        Credential signature = pki.issueCac(ADA).get(1);

        assertThat(clientSeenByServer(signature))
                .isEqualTo(signature.certificate().getSubjectX500Principal());
    }

    static Stream<Arguments> refused() {
        CardOrder ada = CardOrder.of(ADA);
        return Stream.of(
                arguments("encryption certificate", ada, 2),
                arguments("expired", ada.expired(), 1),
                arguments("not yet valid", ada.notYetValid(), 1),
                arguments("foreign", ada.fromForeignIssuer(), 1),
                arguments("lookalike", ada.fromLookalikeIssuer(), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_portal_refuses(String what, CardOrder order, int slot) {
        Credential credential = pki.issueCac(order).get(slot);

        assertThatThrownBy(() -> clientSeenByServer(credential))
                .as(what)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(Exception.class);
    }

    /** One handshake on loopback; the server's view is what counts, since in TLS 1.3 the client ends first. */
    private static Principal clientSeenByServer(Credential credential) throws GeneralSecurityException, IOException {
        SSLContext serverSide = context(serverKeys(), pki.trustAnchors());
        SSLContext clientSide = context(new KeyManager[] {new OneKey(credential)}, pki.browserTrust());
        try (SSLServerSocket listening = (SSLServerSocket)
                serverSide.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setNeedClientAuth(true);
            CompletableFuture<Principal> seen = CompletableFuture.supplyAsync(() -> accept(listening));
            try (SSLSocket client = (SSLSocket)
                    clientSide.getSocketFactory().createSocket(listening.getInetAddress(), listening.getLocalPort())) {
                SSLParameters parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                client.startHandshake();
                return seen.join();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }
    }

    private static Principal accept(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            return socket.getSession().getPeerPrincipal();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static KeyManager[] serverKeys() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(pki.serverKey("localhost"), pki.storePassword());
        return keys.getKeyManagers();
    }

    private static SSLContext context(KeyManager[] keys, KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        TrustManager[] managers = trust.getTrustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, managers, null);
        return context;
    }

    /** Offers its certificate whatever the server asks for, as a careless member does. */
    private static final class OneKey extends X509ExtendedKeyManager {
        private final Credential credential;

        OneKey(Credential credential) {
            this.credential = credential;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {"card"};
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return "card";
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return "card";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {credential.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return credential.privateKey();
        }
    }
}

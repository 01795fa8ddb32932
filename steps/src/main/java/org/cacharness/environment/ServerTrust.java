package org.cacharness.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.cacharness.cli.BadInputException;
import org.jspecify.annotations.Nullable;

/** Whom members' browsers trust to say who a live portal is. */
final class ServerTrust {
    private ServerTrust() {}

    /**
     * Reads a bundle.
     *
     * @param file certificates in PEM, or null for those that the JDK trusts
     * @throws BadInputException if it holds none
     */
    static KeyStore read(@Nullable Path file) throws BadInputException {
        return store(file == null ? ofTheJdk() : in(file));
    }

    private static Collection<? extends Certificate> in(Path file) throws BadInputException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException | CertificateException e) {
            throw new BadInputException(
                    "--portal-trust: expected certificates in PEM, got " + file + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
        throw new BadInputException("--portal-trust: expected at least one certificate in PEM, got none in " + file);
    }

    private static List<? extends Certificate> ofTheJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    return List.of(trust.getAcceptedIssuers());
                }
            }
            return List.of();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Trust store: expected a JDK with one, got " + e, e);
        }
    }

    private static KeyStore store(Collection<? extends Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("server-issuer-" + number++, certificate);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Trust store: expected a JDK with PKCS12, got " + e, e);
        }
    }
}

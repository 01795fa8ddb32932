package org.cacharness.simulator.portal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;

/**
 * What a portal is started with.
 *
 * @param serverKey the server's key and certificate, for the host name {@code localhost}
 * @param clientTrust key store with the trust anchors of client certificates
 * @param port port of the pages, 0 for a free one
 * @param cacPort port that asks for a client certificate, 0 for a free one
 * @param stubs folder with {@code mappings} and {@code __files}; empty for the built-in ones
 * @param mutants in which ways the portal is wrong; empty for the right one
 * @param status whom the portal asks about a client certificate
 * @param otherwise whom it asks where that gives no answer
 * @param start what the virtual clock shows at first
 * @param displayName the portal's name in its banner
 */
public record PortalSettings(
        KeyManagerFactory serverKey,
        KeyStore clientTrust,
        int port,
        int cacPort,
        Optional<Path> stubs,
        Set<PortalMutant> mutants,
        CertificateStatus status,
        CertificateStatus otherwise,
        Instant start,
        String displayName) {

    /** Takes copies of what could change. */
    public PortalSettings {
        requirePort("port", port);
        requirePort("cacPort", cacPort);
        mutants = Set.copyOf(mutants);
    }

    /**
     * Free ports, the built-in pages, no mutant, every certificate in good standing, the clock at the present.
     *
     * @param serverKey key store with the server's key, for the host name {@code localhost}
     * @param serverKeyPassword password of that key; not kept
     * @param clientTrust key store with the trust anchors of client certificates
     * @throws PortalStartException if the key cannot be read
     */
    public static PortalSettings of(KeyStore serverKey, char[] serverKeyPassword, KeyStore clientTrust) {
        return new PortalSettings(
                keys(serverKey, serverKeyPassword),
                clientTrust,
                0,
                0,
                Optional.empty(),
                Set.of(),
                certificate -> CertificateStatus.Answer.GOOD,
                certificate -> CertificateStatus.Answer.UNREACHABLE,
                Instant.now(),
                "Garrison Online");
    }

    /** These settings with other ports. */
    public PortalSettings withPorts(int open, int cac) {
        return new PortalSettings(
                serverKey, clientTrust, open, cac, stubs, mutants, status, otherwise, start, displayName);
    }

    /** These settings with the stubs and pages of a folder. */
    public PortalSettings withStubs(Path folder) {
        return new PortalSettings(
                serverKey,
                clientTrust,
                port,
                cacPort,
                Optional.of(folder),
                mutants,
                status,
                otherwise,
                start,
                displayName);
    }

    /** These settings for a portal that is wrong in these ways. */
    public PortalSettings withMutants(Set<PortalMutant> wrong) {
        return new PortalSettings(
                serverKey, clientTrust, port, cacPort, stubs, wrong, status, otherwise, start, displayName);
    }

    /** These settings with another source of certificate status. */
    public PortalSettings withStatus(CertificateStatus source) {
        return new PortalSettings(
                serverKey, clientTrust, port, cacPort, stubs, mutants, source, otherwise, start, displayName);
    }

    /** These settings with a second source of certificate status, for where the first gives no answer. */
    public PortalSettings withStatusOtherwise(CertificateStatus source) {
        return new PortalSettings(
                serverKey, clientTrust, port, cacPort, stubs, mutants, status, source, start, displayName);
    }

    /** These settings with the virtual clock at another instant. */
    public PortalSettings withStart(Instant instant) {
        return new PortalSettings(
                serverKey, clientTrust, port, cacPort, stubs, mutants, status, otherwise, instant, displayName);
    }

    /** These settings with another name in the banner. */
    public PortalSettings withDisplayName(String name) {
        return new PortalSettings(
                serverKey, clientTrust, port, cacPort, stubs, mutants, status, otherwise, start, name);
    }

    @Override
    public String toString() {
        return "PortalSettings[port " + port + ", CAC port " + cacPort + ", stubs "
                + stubs.map(Path::toString).orElse("built in") + ", mutants " + mutants + ", start " + start + "]";
    }

    private static KeyManagerFactory keys(KeyStore store, char[] password) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new PortalStartException(
                    "portal: expected a usable server key, got " + e.getClass().getSimpleName()
                            + ": check the key store and the key's password",
                    e);
        }
    }

    private static void requirePort(String name, int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException(
                    "portal " + name + ": expected 0 to 65535, got " + value + ": use 0 for a free port");
        }
    }
}

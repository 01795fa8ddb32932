package org.cacharness.simulator.portal;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;

/**
 * What one server of a recorded portal is started with.
 *
 * @param folder a WireMock root, with {@code mappings} and {@code __files}
 * @param serverKey its key and certificate, for the host name {@code localhost}
 * @param clientTrust trust anchors of client certificates
 * @param asksForCertificate whether TLS asks for a client certificate
 * @param namesAuthorities whether it names the trust anchors when it asks
 * @param protocol the one version of TLS that it speaks, as JSSE names it; empty for those that the JDK speaks
 * @param suite the one suite that it offers, as JSSE names it; empty for those that the JDK offers
 * @param shown puts the words of this run into what is answered
 * @param hidden takes them out of what is asked, before it is matched
 */
public record ReplaySettings(
        Path folder,
        KeyManagerFactory serverKey,
        KeyStore clientTrust,
        boolean asksForCertificate,
        boolean namesAuthorities,
        String protocol,
        String suite,
        UnaryOperator<String> shown,
        UnaryOperator<String> hidden) {}

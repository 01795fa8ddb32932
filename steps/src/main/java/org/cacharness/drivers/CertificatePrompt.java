package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Which certificate the browser presents: it may ask the member, or decide by a rule that was set for it. */
@FunctionalInterface
public interface CertificatePrompt {
    /**
     * Chooses one of the certificates on offer.
     *
     * @param offered at least one certificate, each fit to log in with
     * @return the choice, or nothing where the member closes the chooser
     */
    Optional<X509Certificate> choose(List<X509Certificate> offered);
}

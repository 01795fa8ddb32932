package org.cacharness.simulator.middleware;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates that Windows, and by it the browser, knows of. */
@FunctionalInterface
public interface CertificateList {
    /** Adds the certificates. */
    void publish(List<X509Certificate> certificates);
}

package org.cacharness.edge;

import java.security.cert.X509Certificate;

/**
 * A certificate on a card.
 *
 * @param instance where it lies, and with it what it is for
 * @param certificate the certificate
 */
public record CardCertificate(PkiInstance instance, X509Certificate certificate) {}

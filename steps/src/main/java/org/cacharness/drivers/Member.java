package org.cacharness.drivers;

import java.security.cert.X509Certificate;

/**
 * A person with a portal account.
 *
 * @param name what the scenarios call the person
 * @param username the account's name
 * @param dodIdNumber the person's DoD ID number (EDIPI), ten digits
 * @param certificateName the common name in the person's certificates, {@code LAST.FIRST.MIDDLE.EDIPI}
 */
public record Member(String name, String username, String dodIdNumber, String certificateName) {
    /** Whether a certificate bears the member's name: its common name is the member's (X.520, 6.2.2). */
    public boolean isNamedIn(X509Certificate certificate) {
        return CertificateNames.commonName(certificate).equals(certificateName);
    }
}

package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Reads names out of certificates. */
public final class CertificateNames {
    private CertificateNames() {}

    /** Subject and issuer by their common names, and the serial number in hexadecimal. */
    public static String described(X509Certificate certificate) {
        return commonName(certificate) + ", issued by " + commonName(certificate.getIssuerX500Principal())
                + ", serial number " + certificate.getSerialNumber().toString(16);
    }

    /** The subject's common name, or an empty text where it has none. */
    public static String commonName(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal());
    }

    /** The common name in a name, or an empty text where it has none. */
    public static String commonName(X500Principal principal) {
        try {
            return new LdapName(principal.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException unreadable) {
            return "";
        }
    }
}

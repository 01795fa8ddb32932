package org.cacharness.secrets;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * What a certificate says of its holder.
 *
 * @param commonName {@code LAST.FIRST.MIDDLE.EDIPI}, or an empty text
 * @param serial of the certificate
 * @param emails RFC 822 names
 * @param principalNames UPNs
 * @param fascN identifiers of the card, which hold the EDIPI
 */
record Cardholder(
        String commonName, BigInteger serial, Set<String> emails, Set<String> principalNames, Set<byte[]> fascN) {
    /** Microsoft's universal principal name. */
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
    /** FIPS 201-2, appendix B. */
    private static final ASN1ObjectIdentifier FASC_N = new ASN1ObjectIdentifier("2.16.840.1.101.3.6.6");

    static Cardholder of(X509Certificate certificate) {
        Set<String> emails = new LinkedHashSet<>();
        Set<String> principalNames = new LinkedHashSet<>();
        Set<byte[]> fascN = new LinkedHashSet<>();
        for (GeneralName name : alternatives(certificate)) {
            if (name.getTagNo() == GeneralName.rfc822Name) {
                emails.add(name.getName().toString());
            } else if (name.getTagNo() == GeneralName.otherName) {
                OtherName other = OtherName.getInstance(name.getName());
                if (other.getTypeID().equals(UPN) && other.getValue() instanceof ASN1String text) {
                    principalNames.add(text.getString());
                } else if (other.getTypeID().equals(FASC_N) && other.getValue() instanceof ASN1OctetString octets) {
                    fascN.add(octets.getOctets());
                }
            }
        }
        return new Cardholder(commonName(certificate), certificate.getSerialNumber(), emails, principalNames, fascN);
    }

    private static GeneralName[] alternatives(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return new GeneralName[0];
        }
        try {
            return GeneralNames.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                    .getNames();
        } catch (IOException | IllegalArgumentException unreadable) {
            return new GeneralName[0];
        }
    }

    private static String commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException unreadable) {
            return "";
        }
    }
}

package org.cacharness.simulator.pki;

import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/** Names in DoD's order: C, O, OU=DoD, OU=PKI, further OUs, CN; all attributes PrintableString. */
final class DirectoryName {
    private static final String GOVERNMENT = "U.S. Government";

    private DirectoryName() {}

    static X500Name ofPerson(Persona persona) {
        return of(GOVERNMENT, persona.component(), persona.commonName());
    }

    /** The card and not the person: the only name is the FASC-N, as a serial number. */
    static X500Name ofCard(CardIdentity card) {
        X500NameBuilder name = startOf(GOVERNMENT);
        add(name, BCStyle.SERIALNUMBER, HexFormat.of().withUpperCase().formatHex(card.fascN()));
        return name.build();
    }

    /** Issuers, responders and servers: marked as test in two attributes. */
    static X500Name ofTest(String commonName) {
        return of(GOVERNMENT + " (TEST)", null, "TEST " + commonName);
    }

    static X500Name ofForeigner(String commonName) {
        return of("Elsewhere (TEST)", null, "TEST " + commonName);
    }

    static X500Name ofServer(String host) {
        return of(GOVERNMENT + " (TEST)", "USA", host);
    }

    private static X500Name of(String organisation, @Nullable String unit, String commonName) {
        X500NameBuilder name = startOf(organisation);
        if (unit != null) {
            add(name, BCStyle.OU, unit);
        }
        add(name, BCStyle.CN, commonName);
        return name.build();
    }

    private static X500NameBuilder startOf(String organisation) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        add(name, BCStyle.C, "US");
        add(name, BCStyle.O, organisation);
        add(name, BCStyle.OU, "DoD");
        add(name, BCStyle.OU, "PKI");
        return name;
    }

    private static void add(X500NameBuilder name, ASN1ObjectIdentifier attribute, String value) {
        if (!DERPrintableString.isPrintableString(value)) {
            throw new IllegalArgumentException("subject name: expected the characters of PrintableString, got \""
                    + value + "\": use letters A to Z, digits, space and ' ( ) + , - . / : = ?");
        }
        name.addRDN(attribute, new DERPrintableString(value));
    }
}

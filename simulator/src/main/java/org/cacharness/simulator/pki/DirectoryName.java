package org.cacharness.simulator.pki;

import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
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
        return switch (persona.particulars().programme()) {
            case CAC, JITC, DEVICE -> ofMember(persona);
            case PIV -> ofAgency(persona);
            case ECA -> ofCompany(persona);
        };
    }

    /** A number, where there is one, stands in an attribute after the common name. */
    private static X500Name ofMember(Persona persona) {
        X500NameBuilder name = startOf(GOVERNMENT, persona.particulars().department(), "PKI");
        add(name, BCStyle.OU, persona.component());
        add(name, BCStyle.CN, persona.commonName());
        String number = persona.particulars().number();
        if (number != null) {
            add(name, BCStyle.UID, number);
        }
        return name.build();
    }

    /** A number, where there is one, stands in one set with the common name, as some agencies write it. */
    private static X500Name ofAgency(Persona persona) {
        X500NameBuilder name = startOf(GOVERNMENT, persona.component());
        String number = persona.particulars().number();
        if (number == null) {
            add(name, BCStyle.CN, persona.commonName());
        } else {
            name.addMultiValuedRDN(
                    new ASN1ObjectIdentifier[] {BCStyle.UID, BCStyle.CN},
                    new ASN1Encodable[] {printable(number), printable(persona.commonName())});
        }
        return name.build();
    }

    private static X500Name ofCompany(Persona persona) {
        X500NameBuilder name = startOf(GOVERNMENT, "ECA", "TEST ECA VENDOR", persona.component());
        add(name, BCStyle.CN, persona.commonName());
        return name.build();
    }

    /** The card and not the person: the only name is the FASC-N, as a serial number. */
    static X500Name ofCard(CardIdentity card) {
        X500NameBuilder name = startOf(GOVERNMENT, "DoD", "PKI");
        add(name, BCStyle.SERIALNUMBER, HexFormat.of().withUpperCase().formatHex(card.fascN()));
        return name.build();
    }

    /** DoD's issuers, responders and signers: marked as test in two attributes. */
    static X500Name ofTest(String commonName) {
        return of(GOVERNMENT + " (TEST)", null, "TEST " + commonName);
    }

    /** Issuers of another programme, with its unit in place of DoD's. */
    static X500Name ofTest(String unit, String commonName) {
        X500NameBuilder name = startOf(GOVERNMENT + " (TEST)", unit);
        add(name, BCStyle.CN, "TEST " + commonName);
        return name.build();
    }

    static X500Name ofForeigner(String commonName) {
        return of("Elsewhere (TEST)", null, "TEST " + commonName);
    }

    static X500Name ofServer(String host) {
        return of(GOVERNMENT + " (TEST)", "USA", host);
    }

    private static X500Name of(String organisation, @Nullable String unit, String commonName) {
        X500NameBuilder name = startOf(organisation, "DoD", "PKI");
        if (unit != null) {
            add(name, BCStyle.OU, unit);
        }
        add(name, BCStyle.CN, commonName);
        return name.build();
    }

    private static X500NameBuilder startOf(String organisation, String... units) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        add(name, BCStyle.C, "US");
        add(name, BCStyle.O, organisation);
        for (String unit : units) {
            add(name, BCStyle.OU, unit);
        }
        return name;
    }

    private static void add(X500NameBuilder name, ASN1ObjectIdentifier attribute, String value) {
        name.addRDN(attribute, printable(value));
    }

    private static ASN1Encodable printable(String value) {
        if (!DERPrintableString.isPrintableString(value)) {
            throw new IllegalArgumentException("subject name: expected the characters of PrintableString, got \""
                    + value + "\": use letters A to Z, digits, space and ' ( ) + , - . / : = ?");
        }
        return new DERPrintableString(value);
    }
}

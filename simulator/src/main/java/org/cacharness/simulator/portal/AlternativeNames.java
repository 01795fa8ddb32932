package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.jspecify.annotations.Nullable;

/** A certificate's alternative names (RFC 5280, 4.2.1.6), none of which this portal knows a person by, unless it is wrong. */
record AlternativeNames(List<GeneralName> names) {
    private static final ASN1ObjectIdentifier PRINCIPAL = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    static AlternativeNames of(X509Certificate certificate) {
        byte @Nullable [] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        return new AlternativeNames(
                extension == null
                        ? List.of()
                        : List.of(GeneralNames.getInstance(
                                        ASN1OctetString.getInstance(extension).getOctets())
                                .getNames()));
    }

    /** Microsoft's user principal name. */
    Optional<String> principal() {
        return ofKind(GeneralName.otherName)
                .map(name -> OtherName.getInstance(name.getName()))
                .filter(name -> name.getTypeID().equals(PRINCIPAL))
                .map(OtherName::getValue)
                .filter(ASN1String.class::isInstance)
                .map(value -> ((ASN1String) value).getString())
                .findFirst();
    }

    /** The e-mail address. */
    Optional<String> address() {
        return ofKind(GeneralName.rfc822Name)
                .map(name -> ((ASN1String) name.getName()).getString())
                .findFirst();
    }

    private Stream<GeneralName> ofKind(int kind) {
        return names.stream().filter(name -> name.getTagNo() == kind);
    }
}

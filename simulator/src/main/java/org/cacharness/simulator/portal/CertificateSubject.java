package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The person's number in the subject of a DoD certificate: the last dot part of the common name, ten digits.
 *
 * <p>The name is read as the structure that it is. Splitting its text on commas or dots, or expecting four parts, goes wrong on
 * real names: suffixes, missing middle names, two-word surnames, and commas inside a value.
 */
final class CertificateSubject {
    private static final Pattern NAME_AND_NUMBER = Pattern.compile(".+\\.(\\d{10})", Pattern.DOTALL);

    private CertificateSubject() {}

    /** The number, or empty if there is no common name, more than one, or one that does not end in ten digits. */
    static Optional<String> edipi(X509Certificate certificate) {
        return commonName(certificate).flatMap(CertificateSubject::number);
    }

    /** The common name, or empty if there is none, more than one, or one that is no text. */
    static Optional<String> commonName(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var names = Stream.of(subject.getRDNs(BCStyle.CN))
                .flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.CN))
                .map(AttributeTypeAndValue::getValue)
                .toList();
        return names.size() == 1 && names.get(0) instanceof ASN1String name
                ? Optional.of(name.getString())
                : Optional.empty();
    }

    private static Optional<String> number(String commonName) {
        Matcher matcher = NAME_AND_NUMBER.matcher(commonName);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

package org.cacharness.harborgate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;

/** What the gate reads in a card's certificate. */
final class CardReading {
    private static final Pattern NUMBER = Pattern.compile("CN=[^,]*\\.(\\d{10})(?:,|$)");
    private static final String POLICIES = "2.5.29.32";
    private static final String SIGN_IN = "1.3.6.1.5.5.7.3.2";

    /** Certificates of devices, and those of a card without its holder. */
    private static final Set<String> NOBODY = Set.of("2.16.840.1.101.2.1.11.36", "2.16.840.1.101.3.2.1.3.17");

    private final X509Certificate card;
    private final Set<Flaw> flaws;

    CardReading(X509Certificate card, Set<Flaw> flaws) {
        this.card = card;
        this.flaws = flaws;
    }

    /** Why nobody signs in with it, whoever it may be. */
    Optional<String> problem() {
        if (!flaws.contains(Flaw.READS_NO_PURPOSE) && (isNobodys() || !signsIn())) {
            return Optional.of("That certificate is no use here. Pick the one with your name on it.");
        }
        if (flaws.contains(Flaw.READS_NO_DATES)) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        if (now.isAfter(card.getNotAfter().toInstant())) {
            return Optional.of("Your card ran out.");
        }
        return now.isBefore(card.getNotBefore().toInstant())
                ? Optional.of("Your card does not start until later.")
                : Optional.empty();
    }

    Optional<String> number() {
        Matcher found = NUMBER.matcher(card.getSubjectX500Principal().getName());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** As the gate writes numbers: upper case, in pairs, with colons. */
    static String serial(X509Certificate card) {
        StringBuilder pairs = new StringBuilder();
        for (byte one : card.getSerialNumber().toByteArray()) {
            pairs.append(pairs.isEmpty() ? "" : ":").append(String.format("%02X", one));
        }
        return pairs.toString();
    }

    private boolean isNobodys() {
        byte @Nullable [] extension = card.getExtensionValue(POLICIES);
        if (extension == null) {
            return false;
        }
        for (PolicyInformation policy : CertificatePolicies.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets())
                .getPolicyInformation()) {
            if (NOBODY.contains(policy.getPolicyIdentifier().getId())) {
                return true;
            }
        }
        return false;
    }

    private boolean signsIn() {
        try {
            @Nullable List<String> purposes = card.getExtendedKeyUsage();
            return purposes == null || purposes.contains(SIGN_IN);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}

package org.cacharness.drivers.chromium;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cacharness.drivers.CardReader;

/**
 * Which certificates Chromium offers, and in which rows. Its chooser cannot be read row by row, so its rule is followed here; which one was
 * chosen shows what TLS then presents.
 *
 * <p>The rule (Chromium's {@code ClientCertStoreNSS} and {@code ClientCertSorter}): those for TLS clients that are valid now; those that
 * end latest come first, then those that began latest; equals of one person stay in the order of the card. Equals of different people
 * come in the order of a hash table of NSS, which nobody can foresee.
 */
final class ClientCertificates {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final List<String> LOGS_IN = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private static final Comparator<X509Certificate> BY_TIME =
            Comparator.comparing(X509Certificate::getNotAfter).thenComparing(X509Certificate::getNotBefore);

    private ClientCertificates() {}

    /** What is offered of the cards in these readers, in the order of the readers and of each card. */
    static List<X509Certificate> offered(List<CardReader> readers) {
        return readers.stream()
                .filter(CardReader::hasCard)
                .flatMap(reader -> reader.certificatesInUse().stream())
                .filter(ClientCertificates::isForClients)
                .filter(ClientCertificates::isValidNow)
                .toList();
    }

    /**
     * The row of one of them in the chooser, from 0.
     *
     * @throws IllegalStateException if another person's certificate may stand there as well: nothing may be pressed then
     */
    static int row(List<X509Certificate> offered, X509Certificate certificate) {
        requireNoTwin(offered, certificate);
        List<X509Certificate> rows = new ArrayList<>(offered);
        rows.sort(BY_TIME.reversed());
        return rows.indexOf(certificate);
    }

    private static void requireNoTwin(List<X509Certificate> offered, X509Certificate certificate) {
        if (offered.stream().anyMatch(other -> areTwins(other, certificate))) {
            throw new IllegalStateException("Certificate chooser: expected certificates of different people to begin or"
                    + " end in different seconds, got two that do both in the same, in whichever order: nothing was pressed;"
                    + " take one of the cards out");
        }
    }

    private static boolean areTwins(X509Certificate one, X509Certificate other) {
        return BY_TIME.compare(one, other) == 0
                && !one.getSubjectX500Principal().equals(other.getSubjectX500Principal());
    }

    /** RFC 5280, 4.2.1.3 and 4.2.1.12: TLS client authentication signs, and is among the extended purposes where there are some. */
    private static boolean isForClients(X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            List<String> purposes = certificate.getExtendedKeyUsage();
            return (usage == null || usage[DIGITAL_SIGNATURE])
                    && (purposes == null || purposes.stream().anyMatch(LOGS_IN::contains));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static boolean isValidNow(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException outOfDate) {
            return false;
        }
    }
}

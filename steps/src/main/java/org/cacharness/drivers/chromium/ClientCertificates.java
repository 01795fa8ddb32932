package org.cacharness.drivers.chromium;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cacharness.drivers.CardReader;

/**
 * Which certificates Chromium offers, and in which rows. Its chooser cannot be read row by row, so its rule is followed here, and the
 * number of its rows is compared; which one was chosen shows what TLS then presents.
 *
 * <p>The rule (Chromium's {@code ClientCertStoreNSS} and {@code ClientCertSorter}): those for TLS clients that are valid now; the ones
 * end latest come first, equals stay in the order of the readers and of each card.
 */
final class ClientCertificates {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final List<String> LOGS_IN = List.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

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

    /** The row of one of them in the chooser, from 0. */
    static int row(List<X509Certificate> offered, X509Certificate certificate) {
        List<X509Certificate> rows = new ArrayList<>(offered);
        rows.sort(Comparator.comparing(X509Certificate::getNotAfter)
                .thenComparing(X509Certificate::getNotBefore)
                .reversed());
        return rows.indexOf(certificate);
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

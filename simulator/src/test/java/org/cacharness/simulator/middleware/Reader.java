package org.cacharness.simulator.middleware;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A reader with a card that can be pulled, and the certificate list of a Windows that starts empty. */
final class Reader implements InsertedCard, CertificateList {
    final List<X509Certificate> onCard = List.of(Stranger.certificate(), Stranger.certificate());
    final List<X509Certificate> inWindows = new ArrayList<>();
    boolean cardIsIn = true;

    @Override
    public List<X509Certificate> certificates() throws CardAbsentException {
        if (!cardIsIn) {
            throw new CardAbsentException();
        }
        return onCard;
    }

    @Override
    public void publish(List<X509Certificate> certificates) {
        inWindows.addAll(certificates);
    }
}

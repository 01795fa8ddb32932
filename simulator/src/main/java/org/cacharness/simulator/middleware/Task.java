package org.cacharness.simulator.middleware;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** What the documented command really does: read the card, and make its certificates known to Windows. */
final class Task {
    private final InsertedCard card;
    private final CertificateList windows;
    private final Set<MiddlewareMutant> mutants;

    Task(InsertedCard card, CertificateList windows, Set<MiddlewareMutant> mutants) {
        this.card = card;
        this.windows = windows;
        this.mutants = mutants;
    }

    /** Does it, and gives the message to show. */
    ConsoleState run() {
        try {
            publish(card.certificates());
        } catch (CardAbsentException e) {
            return mutants.contains(MiddlewareMutant.SAYS_DONE_WITHOUT_CARD) ? ConsoleState.DONE : ConsoleState.NO_CARD;
        }
        return mutants.contains(MiddlewareMutant.NO_MESSAGE) ? ConsoleState.WINDOW : ConsoleState.DONE;
    }

    private void publish(List<X509Certificate> certificates) {
        if (mutants.contains(MiddlewareMutant.PUBLISHES_NOTHING)) {
            return;
        }
        windows.publish(
                mutants.contains(MiddlewareMutant.PUBLISHES_ANOTHER_PERSONS)
                        ? List.of(Stranger.certificate())
                        : List.copyOf(certificates));
    }
}

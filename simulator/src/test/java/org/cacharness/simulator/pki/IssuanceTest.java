package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuanceTest {
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** Where two cards are of the same second, no order of theirs in a browser's chooser could be foreseen. */
    @Test
    void each_card_is_issued_in_a_second_of_its_own() {
        List<Persona> people = Personas.builtIn().all();
        try (TestPki pki = TestPki.start(STANDING)) {
            List<Date> began = people.stream()
                    .map(person -> pki.issueCac(CardOrder.of(person).with(KeyKind.P_256)))
                    .map(card -> card.get(0).certificate())
                    .map(X509Certificate::getNotBefore)
                    .toList();

            assertThat(began).hasSameSizeAs(people).doesNotHaveDuplicates().isSorted();
        }
    }
}

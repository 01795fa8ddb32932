package org.cacharness.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import org.cacharness.edge.Refusal;
import org.junit.jupiter.api.Test;

class OperatorTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00.5Z"));

    private final List<String> told = new ArrayList<>();
    private final List<String> record = new ArrayList<>();
    private final Operator operator = Operator.attending(told::add, Duration.ofMinutes(2), NOON);

    @Test
    void what_was_asked_and_what_was_seen_is_on_record_with_its_time() {
        operator.ask("Put your CAC into the reader.", "the reader reports a card", limit -> true, record::add);

        assertThat(told).containsExactly(">> Put your CAC into the reader.", "   the reader reports a card");
        assertThat(record)
                .containsExactly(
                        "2026-01-01T12:00:00Z The person is asked: Put your CAC into the reader.",
                        "2026-01-01T12:00:00Z Seen: the reader reports a card");
    }

    @Test
    void the_effect_is_waited_for_as_long_as_was_said() {
        List<Duration> limits = new ArrayList<>();

        operator.ask("Pull it.", "it is gone", limits::add, record::add);

        assertThat(limits).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void an_effect_that_is_not_seen_is_a_refusal_and_on_record() {
        Refusal refusal = refusal(operator, limit -> false);

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOBODY_ACTED);
        assertThat(refusal).hasMessageContainingAll("Pull it.", "it is gone", "within 120 s", "--patience");
        assertThat(record.get(1)).isEqualTo("2026-01-01T12:00:00Z Not seen within 120 s: it is gone");
    }

    @Test
    void a_reader_that_breaks_meanwhile_shows_no_effect() {
        Refusal refusal = refusal(operator, limit -> {
            throw new CardException("unplugged");
        });

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOBODY_ACTED);
    }

    @Test
    void where_nobody_is_there_nobody_is_asked() {
        Refusal refusal = refusal(Operator.absent(), limit -> {
            throw new AssertionError("waited for nobody");
        });

        assertThat(refusal).hasMessageContaining("run with --attended");
        assertThat(record).isEmpty();
    }

    private Refusal refusal(Operator asked, Operator.Effect effect) {
        return catchThrowableOfType(Refusal.class, () -> asked.ask("Pull it.", "it is gone", effect, record::add));
    }
}

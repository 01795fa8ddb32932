package org.cacharness.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.123456789Z");
    private static final Pattern AS_LONG_AS_A_PIN = Pattern.compile("\\d{6,}");

    @Test
    void what_is_written_is_read_to_the_millisecond() throws IOException {
        TimelineEvent screen = new TimelineEvent(AT, Duration.ZERO, Layer.SCREEN, "Home", List.of(), 2);
        TimelineEvent command = new TimelineEvent(
                AT.plusSeconds(1),
                Duration.ofNanos(12_345_678),
                Layer.APDU,
                "VERIFY, PIN masked → 63C2, 2 tries left",
                List.of("00 20 00 80"),
                TimelineEvent.NO_PAGE);

        List<TimelineEvent> read =
                TimelineJson.read(TimelineJson.write(List.of(screen, command)).getBytes(UTF_8));

        assertThat(read).extracting(TimelineEvent::what).containsExactly(screen.what(), command.what());
        assertThat(read.get(0).at()).isEqualTo("2026-01-02T03:04:05.123Z");
        assertThat(read.get(0).page()).isEqualTo(2);
        assertThat(read.get(1).took()).isEqualTo(Duration.ofMillis(12));
        assertThat(read.get(1).details()).containsExactly("00 20 00 80");
        assertThat(read.get(1).layer()).isEqualTo(Layer.APDU);
    }

    @Test
    void no_time_has_as_many_digits_as_a_pin() {
        TimelineEvent event = new TimelineEvent(AT, Duration.ofMillis(1234), Layer.HTTP, "GET /", List.of(), -1);

        assertThat(AS_LONG_AS_A_PIN.matcher(TimelineJson.write(List.of(event))).find())
                .isFalse();
    }

    @Test
    void something_else_is_told_in_one_line() {
        for (String other :
                List.of("", "[]", "{\"format\":2,\"events\":[]}", "{\"format\":1,\"events\":[{\"layer\":\"x\"}]}")) {
            assertThatThrownBy(() -> TimelineJson.read(other.getBytes(UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Timeline: expected");
        }
    }

    @Test
    void events_are_in_the_order_in_which_they_began_and_the_same_in_a_row_is_told_once() {
        TimelineEvent late = TimelineEvent.at(AT.plusNanos(2), Layer.HTTP, "GET / → 200");
        TimelineEvent early = TimelineEvent.at(AT, Layer.APDU, "READ BUFFER → 9000", "80 52 00 00");
        TimelineEvent next = TimelineEvent.at(AT.plusNanos(1), Layer.APDU, "READ BUFFER → 9000", "80 52 00 02");
        TimelineEvent again = TimelineEvent.at(AT.plusNanos(3), Layer.APDU, "READ BUFFER → 9000", "80 52 00 00");

        List<TimelineEvent> told = TimelineEvent.inOrder(List.of(late, again, next, early));

        assertThat(told)
                .extracting(TimelineEvent::what)
                .containsExactly("READ BUFFER → 9000 (2 times)", "GET / → 200", "READ BUFFER → 9000");
        assertThat(told.get(0).details()).containsExactly("80 52 00 00", "80 52 00 02");
        assertThat(told.get(0).took()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void pages_are_never_told_together() {
        TimelineEvent first = new TimelineEvent(AT, Duration.ZERO, Layer.SCREEN, "Home", List.of(), 0);
        TimelineEvent second = new TimelineEvent(AT, Duration.ZERO, Layer.SCREEN, "Home", List.of(), 1);

        assertThat(TimelineEvent.inOrder(List.of(first, second))).containsExactly(first, second);
    }

    @Test
    void the_clock_never_goes_back() {
        Instant before = RunClock.utc().instant();

        assertThat(RunClock.utc().instant()).isAfterOrEqualTo(before);
        assertThat(Duration.between(Instant.now(), before).abs()).isLessThan(Duration.ofHours(1));
    }
}

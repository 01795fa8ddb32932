package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SimpleTlvTest {
    @Test
    void reads_short_and_long_fields() {
        byte[] values = new byte[3 + 300];
        values[3] = 7;

        SimpleTlv container = SimpleTlv.read(Hex.bytes("7103" + "70FF2C01"), values);

        assertThat(container.value(0x71))
                .get()
                .satisfies(value -> assertThat(value).hasSize(3));
        assertThat(container.value(0x70))
                .get()
                .satisfies(value -> assertThat(value).hasSize(300).startsWith(7));
        assertThat(container.value(0x72)).isEmpty();
    }

    @Test
    void a_last_tag_without_a_length_is_left_out() {
        SimpleTlv container = SimpleTlv.read(Hex.bytes("7101" + "70"), new byte[] {5});

        assertThat(container.value(0x71)).contains(new byte[] {5});
        assertThat(container.value(0x70)).isEmpty();
    }

    @Test
    void a_length_that_is_cut_off_is_refused() {
        assertThatExceptionOfType(CardAnswerException.class)
                .isThrownBy(() -> SimpleTlv.read(Hex.bytes("70FF2C"), new byte[300]))
                .withMessageContaining("two bytes of length after FF, got 1");
    }

    @Test
    void values_that_are_cut_off_are_refused() {
        assertThatExceptionOfType(CardAnswerException.class)
                .isThrownBy(() -> SimpleTlv.read(Hex.bytes("7004"), new byte[3]))
                .withMessageContaining("disagree");
    }
}

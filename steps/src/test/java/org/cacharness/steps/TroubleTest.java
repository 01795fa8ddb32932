package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cacharness.simulator.card.CardFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
    private static final Path FEATURE = Path.of("../features/card-faults.feature");

    @ParameterizedTest
    @EnumSource
    void every_trouble_is_a_fault_and_has_a_scenario(Trouble trouble) throws IOException {
        assertThat(CardFault.named(trouble.fault().value())).isPresent();
        assertThat(Files.readString(FEATURE)).contains(trouble.words());
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_of_card_and_reader_has_its_words(CardFault fault) {
        if (fault.place() != CardFault.Place.SURROUNDINGS) {
            assertThat(Trouble.valueOf(fault.name()).fault().value()).isEqualTo(fault.label());
        }
    }

    @Test
    void other_words_are_told_with_where_the_right_ones_stand() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Trouble.of("is lazy"))
                .withMessageContaining("features/card-faults.feature")
                .withMessageContaining("is lazy");
    }
}

package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cacharness.edge.TokenChoice.Slot;
import org.junit.jupiter.api.Test;

class TokenChoiceTest {
    private static final String SERIAL = "00010203040506A1B2C3D4E5F607";
    private static final List<String> PIV_SERIALS = List.of("D4E739DA739CED39CE739D836858210842108421", "9900000011");

    private final List<String> dismissed = new ArrayList<>();

    @Test
    void the_token_with_the_cards_serial_is_taken_wherever_it_is() throws CardConnectionException {
        assertThat(chosen(new Slot<>("empty", ""), new Slot<>("other", "ffff"), new Slot<>("card", "a1b2c3d4e5f607")))
                .isEqualTo("card");
        assertThat(dismissed).containsExactly("empty", "other");
    }

    @Test
    void a_token_that_a_piv_driver_names_is_taken_where_it_alone_fits() throws CardConnectionException {
        assertThat(chosen(new Slot<>("other", "ffff"), new Slot<>("card", "58210842108421")))
                .isEqualTo("card");
        assertThat(dismissed).containsExactly("other");
    }

    @Test
    void the_cards_own_serial_goes_before_what_a_piv_driver_shows() throws CardConnectionException {
        assertThat(chosen(new Slot<>("perhaps", "58210842108421"), new Slot<>("card", "A1B2C3D4E5F607")))
                .isEqualTo("card");
        assertThat(dismissed).containsExactly("perhaps");
    }

    @Test
    void of_two_tokens_that_could_be_meant_none_is_taken() {
        assertThatThrownBy(() -> chosen(new Slot<>("one", "58210842108421"), new Slot<>("two", "58210842108421")))
                .isInstanceOf(CardConnectionException.class)
                .hasMessageContaining("pull the other card of the same person");
        assertThat(dismissed).containsExactly("one", "two");
    }

    @Test
    void where_no_token_fits_it_is_said_what_the_slots_show() {
        assertThatThrownBy(() -> chosen(new Slot<>("empty", ""), new Slot<>("other", "ffff")))
                .isInstanceOf(CardConnectionException.class)
                .hasMessageContaining("[no token, ffff]")
                .hasMessageContaining("put the card into the reader");
        assertThat(dismissed).containsExactly("empty", "other");
    }

    @SafeVarargs
    private String chosen(Slot<String>... slots) throws CardConnectionException {
        return new TokenChoice<String>("PKCS#11 module", dismissed::add)
                .of(SERIAL, PIV_SERIALS, slot -> slot < slots.length ? Optional.of(slots[slot]) : Optional.empty());
    }
}

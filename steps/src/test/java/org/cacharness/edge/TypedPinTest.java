package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class TypedPinTest {
    private final PinGuard guard = new PinGuard(new PinPolicy(2, 2, true, true));

    @Test
    void until_the_card_has_seen_the_pin_there_is_no_outcome() throws CardConnectionException {
        try (Cards ada = Cards.ofAda()) {
            TypedPin typed = TypedPin.permit(ada.card, guard);

            assertThat(typed.outcome(false)).isEmpty();
            assertThat(typed.outcome(true)).isEmpty();
        }
    }

    @Test
    void the_right_pin_is_seen_on_the_card() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin right = Cards.pin(Cards.PIN)) {
            TypedPin typed = TypedPin.permit(ada.card, guard);

            ada.card.present(right);

            assertThat(typed.outcome(false)).contains(new PinOutcome.Accepted());
        }
    }

    @Test
    void a_wrong_pin_is_seen_with_the_tries_that_are_left() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin wrong = Cards.pin("000000")) {
            TypedPin typed = TypedPin.permit(ada.card, guard);

            ada.card.present(wrong);

            assertThat(typed.outcome(false)).contains(new PinOutcome.Refused(2));
        }
    }

    @Test
    void a_card_that_was_verified_before_shows_nothing_until_the_software_goes_on() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin right = Cards.pin(Cards.PIN)) {
            ada.card.present(right);
            TypedPin typed = TypedPin.permit(ada.card, guard);

            assertThat(typed.outcome(false)).isEmpty();
            assertThat(typed.outcome(true)).contains(new PinOutcome.Accepted());
        }
    }

    @Test
    void below_the_floor_and_beyond_the_budget_nothing_may_be_typed() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin wrong = Cards.pin("000000")) {
            TypedPin.permit(ada.card, guard);
            TypedPin.permit(ada.card, guard);
            assertThat(catchThrowableOfType(Refusal.class, () -> TypedPin.permit(ada.card, guard))
                            .reason())
                    .isEqualTo(Refusal.Reason.BUDGET_SPENT);

            ada.card.present(wrong);
            ada.card.present(wrong);

            PinGuard fresh = new PinGuard(new PinPolicy(2, 2, true, true));
            assertThat(catchThrowableOfType(Refusal.class, () -> TypedPin.permit(ada.card, fresh))
                            .reason())
                    .isEqualTo(Refusal.Reason.BELOW_FLOOR);
        }
    }

    @Test
    void a_blocked_card_may_not_be_typed_for() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin wrong = Cards.pin("000000")) {
            for (int tries = 0; tries < 3; tries++) {
                ada.card.present(wrong);
            }

            assertThatThrownBy(() -> TypedPin.permit(ada.card, guard))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("blocked");
            assertThat(guard.presentations()).isZero();
        }
    }

    @Test
    void the_keyboard_gets_the_digits_for_as_long_as_it_types() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin("739146")) {
            char[][] kept = new char[1][];
            StringBuilder typed = new StringBuilder();

            TypedPin.permit(ada.card, guard).type(pin, digits -> {
                typed.append(digits);
                kept[0] = digits;
            });

            assertThat(typed).hasToString("739146");
            assertThat(kept[0]).containsOnly('\0');
        }
    }
}

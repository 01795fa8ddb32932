package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinPolicyTest {
    @Test
    void below_the_floor_nothing_is_sent() throws CardConnectionException {
        try (Cards ada = Cards.ofAda(new PinPolicy(3, 10, true, true));
                Pin wrong = Cards.pin("000000");
                Pin right = Cards.pin(Cards.PIN)) {
            ada.card.present(wrong);

            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ada.card.present(right));

            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BELOW_FLOOR);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
            assertThat(ada.simulated.triesLeft()).isEqualTo(2);
        }
    }

    @Test
    void after_a_refusal_the_policy_allows_no_other_pin() throws CardConnectionException {
        try (Cards ada = Cards.ofAda(new PinPolicy(1, 10, false, true));
                Pin wrong = Cards.pin("000000");
                Pin right = Cards.pin(Cards.PIN)) {
            ada.card.present(wrong);

            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ada.card.present(right));

            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.REFUSED_BEFORE);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void the_budget_is_for_the_whole_run() throws CardConnectionException {
        try (Cards ada = Cards.ofAda(new PinPolicy(1, 1, true, true));
                Pin right = Cards.pin(Cards.PIN)) {
            ada.card.present(right);
            ada.simulated.reset();

            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ada.card.present(right));

            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUDGET_SPENT);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void a_real_card_keeps_its_pin() throws CardConnectionException {
        try (Cards ada = Cards.ofAda(PinPolicy.hardware());
                Pin right = Cards.pin(Cards.PIN);
                Pin replacement = Cards.pin("24681357")) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ada.card.changePin(right, replacement));

            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CHANGE_FORBIDDEN);
            assertThat(ada.simulated.ledger().pinChanges()).isZero();
        }
    }

    @Test
    void a_card_that_does_not_tell_its_tries_by_either_name_of_the_pin_gets_no_pin() {
        List<String> commands = new ArrayList<>();
        CacCard card = new CacCard(
                command -> {
                    commands.add(Hex.of(command));
                    return new byte[] {0x6A, (byte) 0x88};
                },
                new PinGuard(PinPolicy.simulated()));

        try (Pin right = Cards.pin(Cards.PIN)) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> card.present(right));

            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TRIES_UNKNOWN);
            assertThat(commands).containsExactly("00200000", "00200080");
        }
    }
}

package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinGuardTest {
    private final List<String> written = new ArrayList<>();
    private final PinGuard run = new PinGuard(PinPolicy.hardware(), new PinRecord() {
        @Override
        public void begin() {
            written.add("begun");
        }

        @Override
        public void end(PinOutcome outcome) {
            written.add(outcome.toString());
        }
    });

    @Test
    void what_a_part_sends_is_written_down_by_the_whole() {
        PinGuard scenario = run.part(1);

        scenario.permit(3);
        scenario.saw(new PinOutcome.Accepted());

        assertThat(written).containsExactly("begun", "Accepted[]");
        assertThat(run.presentations()).isEqualTo(1);
    }

    @Test
    void a_part_that_plans_more_than_is_left_is_refused_before_it_begins() {
        run.part(1).permit(3);

        assertThat(refusal(() -> run.part(1))).isEqualTo(Refusal.Reason.BUDGET_SPENT);
        assertThat(refusal(() -> new PinGuard(PinPolicy.hardware()).part(2))).isEqualTo(Refusal.Reason.BUDGET_SPENT);
    }

    @Test
    void a_part_that_plans_none_gets_none_and_leaves_the_budget_to_others() {
        PinGuard scenario = run.part(0);

        assertThat(refusal(() -> scenario.permit(3))).isEqualTo(Refusal.Reason.BUDGET_SPENT);
        assertThat(written).isEmpty();
        run.part(1).permit(3);
    }

    @Test
    void after_a_refusal_no_part_with_a_pin_begins_and_one_without_does() {
        PinGuard whole = new PinGuard(new PinPolicy(1, 5, false, false));
        PinGuard first = whole.part(1);
        first.permit(3);
        first.saw(new PinOutcome.Refused(2));

        assertThat(refusal(() -> whole.part(1))).isEqualTo(Refusal.Reason.REFUSED_BEFORE);
        assertThat(whole.part(0).presentations()).isZero();
    }

    @Test
    void below_the_floor_a_part_permits_nothing() {
        assertThat(refusal(() -> run.part(1).permit(2))).isEqualTo(Refusal.Reason.BELOW_FLOOR);
        assertThat(written).isEmpty();
    }

    @Test
    void another_card_than_the_one_on_record_gets_nothing() throws Exception {
        PinGuard guard = new PinGuard(PinPolicy.hardware(), new PinRecord() {
            @Override
            public Optional<String> onlyCard() {
                return Optional.of("CAFE000000000000000000009999");
            }

            @Override
            public void begin() {
                throw new AssertionError("a PIN for another card");
            }

            @Override
            public void end(PinOutcome outcome) {
                throw new AssertionError("nothing was begun");
            }
        });
        try (Cards ada = Cards.ofAda();
                Pin pin = Cards.pin(Cards.PIN)) {
            CacCard swapped = ada.guardedBy(guard.part(1));

            assertThat(refusal(() -> swapped.present(pin))).isEqualTo(Refusal.Reason.ANOTHER_CARD);
            assertThat(ada.simulated.ledger().pinPresentations()).isZero();
            assertThat(ada.simulated.ledger().pinQueries()).isZero();
        }
    }

    @Test
    void a_record_that_says_no_keeps_the_pin_back() {
        PinGuard unwritable = new PinGuard(PinPolicy.hardware(), new PinRecord() {
            @Override
            public void begin() {
                throw new Refusal(Refusal.Reason.NOT_ON_RECORD, "disk full");
            }

            @Override
            public void end(PinOutcome outcome) {
                throw new AssertionError("nothing was begun");
            }
        });
        PinGuard scenario = unwritable.part(1);

        assertThat(refusal(() -> scenario.permit(3))).isEqualTo(Refusal.Reason.NOT_ON_RECORD);
        assertThat(scenario.presentations()).isZero();
    }

    private static Refusal.Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        return catchThrowableOfType(Refusal.class, attempt).reason();
    }
}

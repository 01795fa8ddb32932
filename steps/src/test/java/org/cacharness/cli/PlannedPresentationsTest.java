package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cacharness.cli.PlannedPresentations.Presentations;
import org.junit.jupiter.api.Test;

class PlannedPresentationsTest {
    private final PlannedPresentations byTag = PlannedPresentations.byTag();

    @Test
    void a_scenario_without_the_tag_presents_none() {
        assertThat(byTag.of("Ada logs in", List.of("@step-1")).number()).isZero();
    }

    @Test
    void the_tag_says_how_many_and_the_title_whose_card() {
        assertThat(byTag.of("After an hour Ada's card is blocked", List.of("@presents-pin-3"))
                        .number())
                .isEqualTo(3);
        assertThat(byTag.of("the portal lets Ada in", List.of("@presents-pin-1")))
                .isEqualTo(new Presentations(1, "the simulated card of Ada"));
    }

    @Test
    void a_title_without_a_person_means_the_member() {
        assertThat(byTag.of("a PIN is asked for", List.of("@presents-pin-1")).card())
                .isEqualTo("the simulated card of the member");
    }
}

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
    void the_tag_says_how_many_and_the_first_step_whose_card() {
        assertThat(byTag.of("Ada's card is in the reader", List.of("@presents-pin-3")))
                .isEqualTo(new Presentations(3, "the simulated card of Ada"));
        assertThat(byTag.of("the certificates of Ada's card were revoked", List.of("@presents-pin-1")))
                .isEqualTo(new Presentations(1, "the simulated card of Ada"));
    }

    @Test
    void a_tag_can_name_another_card() {
        assertThat(byTag.of("Ada's card is in the reader", List.of("@card-of-Bob", "@presents-pin-1")))
                .isEqualTo(new Presentations(1, "the simulated card of Bob"));
    }

    @Test
    void a_browser_that_asks_each_time_has_a_number_of_its_own() {
        List<String> tags = List.of("@presents-pin-1", "@presents-pin-2-where-each-browser-asks");

        assertThat(byTag.of("Ada has registered", tags).number()).isEqualTo(1);
        assertThat(PlannedPresentations.whereEachBrowserAsks()
                        .of("Ada has registered", tags)
                        .number())
                .isEqualTo(2);
        assertThat(PlannedPresentations.whereEachBrowserAsks()
                        .of("Ada has registered", List.of("@presents-pin-1"))
                        .number())
                .isEqualTo(1);
    }

    @Test
    void a_step_without_a_person_means_the_member() {
        assertThat(byTag.of("a PIN is asked for", List.of("@presents-pin-1")).card())
                .isEqualTo("the simulated card of the member");
    }
}

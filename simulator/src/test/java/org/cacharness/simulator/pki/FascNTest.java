package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FascNTest {
    /** The first row is the example of TIG SCEPACS 2.2, section 2.1. */
    @ParameterizedTest
    @CsvSource({
        "0032,0001,092446,1112223333,1,1223,2,D0439458210C2C19A0846D83685A1082108CE73984108CA3FC",
        "9700,0001,123456,1234567890,1,2100,4,D4F810D8210C2D0464956DA1685A08C92ADE0A6182201093ED"
    })
    void the_example_of_the_specification_is_encoded_as_printed(
            String agency,
            String system,
            String credential,
            String person,
            int category,
            String organisation,
            int association,
            String octets) {
        Affiliation affiliation = new Affiliation(category, organisation, association);
        // The specification's example has a credential series of 0, and cards of DoD have 1.
        String series = agency.equals("0032") ? "0" : "1";

        assertThat(new FascN(agency, system, credential, series, person, affiliation).octets())
                .isEqualTo(HexFormat.of().parseHex(octets));
    }

    @ParameterizedTest
    @CsvSource({
        "USA,121004",
        "USN,117004",
        "USMC,117274",
        "USAF,157004",
        "USCG,170084",
        "CONTRACTOR,197005",
        "FOREIGN,497006",
        "DHA,197001"
    })
    void the_component_tells_the_affiliation(String component, String digits) {
        assertThat(Affiliation.of(component).digits()).isEqualTo(digits);
    }

    @Test
    void a_card_identity_of_another_length_is_refused() {
        assertThatThrownBy(() -> new CardIdentity(new byte[24], UUID.randomUUID(), LocalDate.of(2030, 1, 1)))
                .hasMessageContaining("expected a FASC-N of 25 octets, got 24");
    }

    @Test
    void a_card_identity_is_compared_by_content_and_cannot_be_changed() {
        UUID guid = UUID.randomUUID();
        CardIdentity card = new CardIdentity(new byte[25], guid, LocalDate.of(2030, 1, 1));

        card.fascN()[0] = 1;

        assertThat(card).isEqualTo(new CardIdentity(new byte[25], guid, LocalDate.of(2030, 1, 1)));
        assertThat(card).hasSameHashCodeAs(new CardIdentity(new byte[25], guid, LocalDate.of(2030, 1, 1)));
        assertThat(card).hasToString("CardIdentity[" + "00".repeat(25) + ", " + guid + ", 2030-01-01]");
    }
}

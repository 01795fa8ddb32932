package org.cacharness.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static final String TOKEN = "q7Zk31mPv9";

    private final Placeholders recorded = new Placeholders();
    private final Placeholders replayed = new Placeholders();

    @BeforeEach
    void meet() {
        recorded.server("portal.example:8443");
        recorded.person(
                new Member("Ada", "ada.q", "9900000011", "QUILLWORTH.ADA.MARIGOLD.9900000011"),
                new Password("Correct-Horse".toCharArray()));
        replayed.server("localhost:4711");
        replayed.person(
                new Member("Bob", "bob.t", "9900000029", "THISTLEDOWN.BOB.QUINCE.9900000029"),
                new Password("it's <another>".toCharArray()));
    }

    @Test
    void nothing_of_the_run_that_recorded_is_left() {
        assertThat(recorded.hide(
                        "Welcome QUILLWORTH.ADA.MARIGOLD.9900000011 (ada.q), see https://portal.example:8443/home"))
                .doesNotContainIgnoringCase("quillworth")
                .doesNotContain("9900000011", "ada.q", "8443")
                .contains("//recorded-server-1/home", "recorded-person-1-username");
    }

    @Test
    void the_run_that_replays_puts_its_own_words_there() {
        String kept =
                recorded.hide("QUILLWORTH.ADA.MARIGOLD.9900000011, ada.q, https://portal.example:8443/, Correct-Horse");

        assertThat(replayed.show(kept))
                .isEqualTo("THISTLEDOWN.BOB.QUINCE.9900000029, bob.t, https://localhost:4711/, it's <another>");
    }

    @Test
    void whoever_has_no_middle_name_gives_the_place_to_somebody_who_has_one() {
        Placeholders without = new Placeholders();
        without.person(
                new Member("Eve", "eve.w", "9900000037", "WINTERBOTTOM.EVE.9900000037"),
                new Password("Correct-Horse".toCharArray()));

        String kept = without.hide("WINTERBOTTOM.EVE.9900000037, Eve Winterbottom, Winterbottom, EVE, 9900000037");

        assertThat(kept).doesNotContainIgnoringCase("winterbottom").doesNotContain("EVE", "9900000037");
        assertThat(replayed.show(kept))
                .isEqualTo("THISTLEDOWN.BOB.QUINCE.9900000029, Bob Thistledown, Thistledown, BOB, 9900000029");
    }

    @Test
    void a_word_is_found_as_pages_and_forms_write_it() {
        assertThat(replayed.hide("it&#39;s &lt;another&gt;")).isEqualTo("recorded-person-1-password");
        assertThat(replayed.hide("it%27s+%3Canother%3E")).isEqualTo("recorded-person-1-password");
    }

    @Test
    void a_name_within_a_longer_word_is_not_the_name() {
        assertThat(recorded.hide("Adams, Bada.q, ada.q2")).isEqualTo("Adams, Bada.q, ada.q2");
    }

    @Test
    void a_host_counts_where_it_follows_two_slashes() {
        assertThat(recorded.hide("portal.example:8443 is not https://portal.example:84431/"))
                .isEqualTo("portal.example:8443 is not https://portal.example:84431/");
    }

    @Test
    void the_usual_port_may_be_left_out() {
        Placeholders usual = new Placeholders();
        usual.server("portal.example:443");

        assertThat(usual.hide("https://portal.example/ https://portal.example:443/"))
                .isEqualTo("https://recorded-server-1/ https://recorded-server-1/");
    }

    @Test
    void a_token_is_hidden_and_never_put_back() {
        recorded.token(TOKEN);
        recorded.token(TOKEN);
        recorded.token("another-token-1");

        String kept = recorded.hide("a=" + TOKEN + "&b=another-token-1");

        assertThat(kept).isEqualTo("a=recorded-token-1-value&b=recorded-token-2-value");
        assertThat(recorded.show(kept)).isEqualTo(kept);
    }

    /** The replayed cookie is a secret of the run; a page of another scenario may have as many tokens. */
    @Test
    void no_page_has_a_token_that_is_called_as_a_cookie() {
        recorded.cookie("q7Zk31mPv9");
        recorded.token("another-token-1");

        assertThat(recorded.hide("q7Zk31mPv9 another-token-1"))
                .isEqualTo("recorded-cookie-1-value recorded-token-1-value");
    }

    @Test
    void a_placeholder_of_somebody_who_has_not_come_yet_stays() {
        assertThat(replayed.show("recorded-person-2-username")).isEqualTo("recorded-person-2-username");
    }

    @Test
    void signs_that_mean_something_in_replacements_are_taken_as_they_are() {
        Placeholders dollars = new Placeholders();
        dollars.person(
                new Member("Eve", "eve$1", "9900000037", "EVE.9900000037"), new Password("a\\b$0".toCharArray()));

        assertThat(dollars.show("recorded-person-1-username recorded-person-1-password"))
                .isEqualTo("eve$1 a\\b$0");
        assertThat(dollars.hide("eve$1 a\\b$0")).isEqualTo("recorded-person-1-username recorded-person-1-password");
    }
}

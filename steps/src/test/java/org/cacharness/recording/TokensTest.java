package org.cacharness.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Exchange.Field;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void a_cookie_s_value_is_one_whatever_it_looks_like() {
        Exchange answer = Exchanges.page("/", "", new Field("Set-Cookie", "session=abcdefgh; Path=/; Secure"));

        assertThat(Tokens.cookies(answer)).containsExactly("abcdefgh");
        assertThat(Tokens.in(answer)).isEmpty();
    }

    @Test
    void a_short_cookie_is_a_setting() {
        assertThat(Tokens.cookies(Exchanges.page("/", "", new Field("Set-Cookie", "lang=en"))))
                .isEmpty();
    }

    @Test
    void hidden_fields_and_meta_elements_have_them() {
        assertThat(Tokens.in(Exchanges.page(
                        "/",
                        "<meta name=csrf content=k3j5h2g1><input type=hidden name=t value=a1b2c3d4>"
                                + "<input type=text name=u value=e5f6a7b8>")))
                .containsExactly("k3j5h2g1", "a1b2c3d4");
    }

    @Test
    void what_is_a_word_or_a_sentence_was_not_drawn_by_chance() {
        assertThat(Tokens.in(Exchanges.page(
                        "/",
                        "<meta name=viewport content='width=device-width, initial-scale=1'>"
                                + "<input type=hidden name=step value=registration>"
                                + "<input type=hidden name=year value=20261127>")))
                .isEmpty();
    }

    @Test
    void a_long_word_was_whatever_it_is_made_of() {
        assertThat(Tokens.in(Exchanges.page("/", "<input type=hidden value=abcdefghijklmnopqrstuvwx>")))
                .containsExactly("abcdefghijklmnopqrstuvwx");
    }

    @Test
    void queries_of_the_request_and_of_where_it_leads_have_them() {
        assertThat(Tokens.in(Exchanges.page(
                        "/cb?state=a1b2c3d4&page=2", "", new Field("location", "/home?ticket=z9y8x7w6"))))
                .containsExactly("a1b2c3d4", "z9y8x7w6");
    }
}

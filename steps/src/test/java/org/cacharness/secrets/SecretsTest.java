package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets();

    @Test
    void what_is_masked_keeps_the_text_around_it() {
        secrets.register(SecretKind.PIN, "73914628".toCharArray());

        assertThat(secrets.mask("VERIFY 73914628, then 3733393134363238.")).isEqualTo("VERIFY ****, then ****.");
    }

    @Test
    void bytes_are_masked_as_text_is() {
        secrets.register(SecretKind.SESSION_COOKIE, "c00kie-va1ue".getBytes(UTF_8));

        assertThat(secrets.mask("id=c00kie-va1ue;".getBytes(UTF_8))).isEqualTo("id=****;".getBytes(UTF_8));
    }

    @Test
    void a_secret_that_is_registered_later_is_masked_too() {
        secrets.register(SecretKind.PIN, "73914628".toCharArray());
        secrets.mask("x");
        secrets.register(SecretKind.PASSWORD, "another-one".toCharArray());

        assertThat(secrets.mask("73914628 another-one")).isEqualTo("**** ****");
    }

    @Test
    void the_callers_array_may_be_wiped() {
        char[] pin = "73914628".toCharArray();
        secrets.register(SecretKind.PIN, pin);
        java.util.Arrays.fill(pin, '0');

        assertThat(secrets.mask("73914628")).isEqualTo("****");
    }

    @Test
    void the_same_secret_counts_once() {
        secrets.register(SecretKind.PIN, "73914628".toCharArray());
        secrets.register(SecretKind.PIN, "73914628".toCharArray());

        assertThat(secrets.size()).isEqualTo(1);
    }

    @Test
    void what_is_too_short_to_be_told_from_other_text_is_refused() {
        assertThatThrownBy(() -> secrets.register(SecretKind.PIN, "123".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at least 4")
                .hasMessageNotContaining("123");
    }

    @Test
    void it_never_tells_what_it_knows() {
        secrets.register(SecretKind.PIN, "73914628".toCharArray());

        assertThat(secrets).asString().doesNotContain("73914628");
    }

    @Test
    void many_threads_may_register_and_mask() {
        List<String> masked = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number -> {
                    String secret = "secret-number-" + number + "-end";
                    secrets.register(SecretKind.PASSWORD, secret.toCharArray());
                    return secrets.mask("<" + secret + ">");
                })
                .toList();

        assertThat(masked).containsOnly("<****>");
    }
}

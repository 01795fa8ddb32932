package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void colours_need_a_terminal() {
        assertThat(detect("true", Map.of(), true).colours()).isTrue();
        assertThat(detect("false", Map.of(), true).colours()).isFalse();
    }

    @Test
    void no_color_is_honoured_unless_it_is_empty() {
        assertThat(detect("true", Map.of("NO_COLOR", "1"), true).colours()).isFalse();
        assertThat(detect("true", Map.of("NO_COLOR", ""), true).colours()).isTrue();
    }

    @Test
    void a_dumb_terminal_gets_none_and_who_wants_none_gets_none() {
        assertThat(detect("true", Map.of("TERM", "dumb"), true).colours()).isFalse();
        assertThat(detect("true", Map.of(), false).colours()).isFalse();
    }

    @Test
    void the_width_is_what_is_known_of_it() {
        assertThat(detect("true", Map.of("COLUMNS", "132"), true).width()).isEqualTo(132);
        assertThat(detect("true", Map.of("COLUMNS", "wide"), true).width()).isEqualTo(100);
    }

    private static Terminal detect(String terminal, Map<String, String> environment, boolean wanted) {
        Properties properties = new Properties();
        properties.setProperty("cac.terminal", terminal);
        return Terminal.detect(OutputStream.nullOutputStream(), properties, environment, wanted);
    }
}

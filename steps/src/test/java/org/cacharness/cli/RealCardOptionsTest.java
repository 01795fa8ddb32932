package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealCardOptionsTest {
    @TempDir
    Path folder;

    @Test
    void the_allow_list_has_a_serial_and_a_comment_on_each_line() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), """
                # cards that may be lost

                cafe000000000000000000001267  Ada's second card
                AABBCCDD# Bob's
                """);

        assertThat(AllowedCards.read(list)).containsExactlyInAnyOrder("CAFE000000000000000000001267", "AABBCCDD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada's card", "ABC", "ABCDEFG0", "AABBCC", "0xAABBCCDD", "AABBCCDD,EEFF0011", "*"})
    void a_bad_line_is_told_by_its_number(String line) throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "# cards\n" + line + "\n");

        assertThatThrownBy(() -> AllowedCards.read(list))
                .isInstanceOf(BadInputException.class)
                .hasMessageContainingAll(list + ":2: expected a card's serial", line);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void a_pin_comes_from_the_first_line_of_a_file_of_ones_own() throws Exception {
        assertThat(PinSources.file(pinFile("73914682\nmore", "rw-------")).read("a card"))
                .hasValueSatisfying(pin -> assertThat(pin).containsExactly("73914682".toCharArray()));
        assertThat(PinSources.file(pinFile("739146", "r--------")).read("a card"))
                .hasValueSatisfying(pin -> assertThat(pin).hasSize(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-----w-", "rw--w----"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void a_file_that_others_can_open_is_refused_and_the_message_says_what_to_do(String permissions) throws Exception {
        Path file = pinFile("73914682", permissions);

        assertThatThrownBy(() -> PinSources.file(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("73914682");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "123456789", "1234567890123", "12a456", " 739146", "７３９１４６"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void what_is_no_pin_is_not_taken_and_not_shown(String content) throws Exception {
        Path file = pinFile(content, "rw-------");

        Throwable refused = catchThrowable(() -> PinSources.file(file));

        assertThat(refused).isInstanceOf(BadInputException.class).hasMessageContaining("six to eight digits");
        if (!content.isBlank()) {
            assertThat(refused).hasMessageNotContaining(content.strip());
        }
    }

    @Test
    void without_a_terminal_nobody_gives_a_pin() throws Exception {
        assertThat(PinSources.terminal(null).read("a card")).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file descriptors by number")
    void a_descriptor_that_is_not_open_is_told() {
        assertThatThrownBy(() -> PinSources.descriptor(987_654))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected an open file descriptor, got 987654");
    }

    @Test
    void records_are_kept_where_the_system_keeps_state() {
        assertThat(RealCardOptions.records(Map.of(), "/home/ada"))
                .isEqualTo(Path.of("/home/ada", ".local", "state", "cac-harness"));
        assertThat(RealCardOptions.records(Map.of("XDG_STATE_HOME", "/state"), "/home/ada"))
                .isEqualTo(Path.of("/state", "cac-harness"));
        assertThat(RealCardOptions.records(Map.of("XDG_STATE_HOME", "relative"), "/home/ada"))
                .as("relative paths are invalid there")
                .isEqualTo(Path.of("/home/ada", ".local", "state", "cac-harness"));
    }

    private Path pinFile(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("pin"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}

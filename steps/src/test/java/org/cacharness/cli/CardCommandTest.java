package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the virtual reader runs on Linux only")
class CardCommandTest {
    @TempDir
    Path temporary;

    @Test
    void pull_and_insert_reach_the_card_that_runs() throws Exception {
        FakeCard card = new FakeCard(temporary);
        try (CardControl control = CardControl.of(card)) {
            assertThat(CardControl.ask(temporary, "pull")).isEqualTo("The card is out of the reader");
            assertThat(CardControl.ask(temporary, "insert")).isEqualTo("The card is in the reader");
            assertThat(CardControl.ask(temporary, "insert"))
                    .as("what went wrong")
                    .isEqualTo("The reader has it already");
            assertThat(CardControl.ask(temporary, "turn")).isEqualTo("Expected pull or insert");
        }
        assertThat(card.moves).containsExactly("pull", "insert", "insert");
    }

    @Test
    void without_a_card_that_runs_the_user_is_told_what_to_do() {
        assertThatThrownBy(() -> CardControl.ask(temporary, "pull"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("start it in another terminal");
    }

    @Test
    void one_that_has_ended_does_not_count() throws Exception {
        CardControl.of(new FakeCard(temporary)).close();

        assertThatThrownBy(() -> CardControl.ask(temporary, "pull"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("got 0");
    }

    @Test
    void one_that_ends_before_it_answers_is_told_as_that() throws Exception {
        FakeCard card = new FakeCard(temporary);
        try (ServerSocketChannel ending = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            ending.bind(UnixDomainSocketAddress.of(card.folder().resolve("card-control")));
            Thread thread = new Thread(() -> hangUp(ending));
            thread.start();

            assertThatThrownBy(() -> CardControl.ask(temporary, "pull"))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("ended meanwhile");
            thread.join();
        }
    }

    private static void hangUp(ServerSocketChannel server) {
        try {
            server.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void with_two_that_run_none_is_moved() throws Exception {
        FakeCard first = new FakeCard(temporary);
        FakeCard second = new FakeCard(temporary);
        try (CardControl one = CardControl.of(first);
                CardControl two = CardControl.of(second)) {
            assertThatThrownBy(() -> CardControl.ask(temporary, "pull"))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("got 2");
        }
        assertThat(first.moves).isEmpty();
        assertThat(second.moves).isEmpty();
    }

    @Test
    void a_harness_without_a_reader_refuses() {
        Command cac = new Command(temporary);

        assertThat(cac.execute("card")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cac.err()).contains("this harness has no virtual reader");
    }

    private static final class FakeCard implements CardLauncher.CardInReader {
        private final Path folder;
        private final List<String> moves = new ArrayList<>();
        private boolean inside = true;

        FakeCard(Path temporary) throws IOException {
            folder = Files.createTempDirectory(temporary, "cacharness-reader-");
        }

        @Override
        public List<String> greeting() {
            return List.of();
        }

        @Override
        public char[] pin() {
            return new char[0];
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void pull() {
            moves.add("pull");
            inside = false;
        }

        @Override
        public void insert() {
            moves.add("insert");
            if (inside) {
                throw new IllegalStateException("The reader has it already");
            }
            inside = true;
        }

        @Override
        public void close() {}
    }
}

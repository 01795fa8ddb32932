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
            assertThat(CardControl.ask(temporary, "pull", null)).isEqualTo("The card is out of the reader");
            assertThat(CardControl.ask(temporary, "insert", null)).isEqualTo("The card is in the reader");
            assertThat(CardControl.ask(temporary, "insert", null))
                    .as("what went wrong")
                    .isEqualTo("The reader has it already");
            assertThat(CardControl.ask(temporary, "turn", null)).isEqualTo("Expected pull or insert");
        }
        assertThat(card.moves).containsExactly("pull Ada", "insert Ada", "insert Ada");
    }

    @Test
    void of_two_cards_the_one_whose_holder_is_named_is_moved() throws Exception {
        FakeCard cards = new FakeCard(temporary, "Ada", "Bob");
        try (CardControl control = CardControl.of(cards)) {
            assertThat(CardControl.ask(temporary, "pull", "Bob")).isEqualTo("The card of Bob is out of the reader");
            assertThat(CardControl.ask(temporary, "pull", null)).isEqualTo("Expected whose card: Ada or Bob");
            assertThat(CardControl.ask(temporary, "pull", "Carl")).isEqualTo("Expected whose card: Ada or Bob");
        }
        assertThat(cards.moves).containsExactly("pull Bob");
    }

    @Test
    void the_name_is_the_second_word_of_the_command() {
        assertThat(new Command(temporary).execute("card", "pull", "--help")).isZero();
        Command cac = new Command(temporary);

        cac.execute("card", "--help");

        assertThat(cac.out())
                .contains("--model=MODEL", "--atr=MAKER", "./cac card --model dual", "./cac card pull Bob");
    }

    @Test
    void without_a_card_that_runs_the_user_is_told_what_to_do() {
        assertThatThrownBy(() -> CardControl.ask(temporary, "pull", null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("start it in another terminal");
    }

    @Test
    void one_that_has_ended_does_not_count() throws Exception {
        CardControl.of(new FakeCard(temporary)).close();

        assertThatThrownBy(() -> CardControl.ask(temporary, "pull", null))
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

            assertThatThrownBy(() -> CardControl.ask(temporary, "pull", null))
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
            assertThatThrownBy(() -> CardControl.ask(temporary, "pull", null))
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

    private static final class FakeCard implements CardLauncher.CardsInReaders {
        private final Path folder;
        private final List<String> moves = new ArrayList<>();
        private boolean inside = true;

        private final List<String> holders;

        FakeCard(Path temporary) throws IOException {
            this(temporary, "Ada");
        }

        FakeCard(Path temporary, String... holders) throws IOException {
            this.holders = List.of(holders);
            folder = Files.createTempDirectory(temporary, "cacharness-reader-");
        }

        @Override
        public List<String> greeting() {
            return List.of();
        }

        @Override
        public List<String> holders() {
            return holders;
        }

        @Override
        public char[] pin(String holder) {
            return new char[0];
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public void pull(String holder) {
            moves.add("pull " + holder);
            inside = false;
        }

        @Override
        public void insert(String holder) {
            moves.add("insert " + holder);
            if (inside) {
                throw new IllegalStateException("The reader has it already");
            }
            inside = true;
        }

        @Override
        public void close() {}
    }
}

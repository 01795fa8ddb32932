package org.cacharness.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.Cards;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.PkiInstance;
import org.junit.jupiter.api.Test;

/** pcscd keeps a handle for each connection until it is ended, and has 200 for a program. */
class CardReaderTest {
    private final CountingTerminal terminal = new CountingTerminal();
    private final CardReader reader = new CardReader(terminal, new PinGuard(PinPolicy.simulated()));

    @Test
    void the_connection_to_a_card_that_is_pulled_is_ended() {
        reader.certificates();

        reader.forgetCard();

        assertThat(terminal.log).containsExactly("connect", "leave");
    }

    @Test
    void the_connection_to_a_card_that_does_not_answer_is_ended() {
        terminal.isDumb = true;

        assertThatThrownBy(reader::pinState).isInstanceOf(CardUnreachableException.class);

        assertThat(terminal.log).containsExactly("connect", "leave");
    }

    @Test
    void a_reader_that_is_closed_resets_the_card_and_ends_the_connection_once() {
        reader.certificates();

        reader.close();

        assertThat(terminal.log).startsWith("connect", "reset").doesNotHaveDuplicates();
    }

    /** Reading selects other applications, and a PIV application forgets its PIN then: SP 800-73-4 part 2, 3.1.1. */
    @Test
    void certificates_that_were_read_are_looked_up_without_a_command_for_as_long_as_the_card_is_in()
            throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                CardReader withCard = new CardReader(ada.terminal, new PinGuard(PinPolicy.simulated()))) {
            X509Certificate identity = withCard.certificates().get(0);
            withCard.newJournalLines();

            assertThat(withCard.instanceOf(identity)).contains(PkiInstance.IDENTITY);
            assertThat(withCard.newJournalLines()).isEmpty();

            withCard.forgetCard();

            assertThat(withCard.instanceOf(identity)).contains(PkiInstance.IDENTITY);
            assertThat(withCard.newJournalLines()).isNotEmpty();
        }
    }

    /** Chromium is about to log in to the application that it has selected. */
    @Test
    void certificates_of_a_card_in_use_are_told_without_selecting_another_application() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                CardReader withCard = new CardReader(ada.terminal, new PinGuard(PinPolicy.simulated()))) {
            List<X509Certificate> read = withCard.certificates();
            withCard.newJournalLines();

            assertThat(withCard.certificatesInUse()).isEqualTo(read);
            assertThat(withCard.newJournalLines()).noneMatch(line -> line.startsWith("SELECT"));

            withCard.forgetCard();

            assertThat(withCard.certificatesInUse()).isEqualTo(read);
            assertThat(withCard.newJournalLines()).anyMatch(line -> line.startsWith("SELECT"));
        }
    }

    @Test
    void certificates_of_a_card_that_has_gone_are_not_told() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                CardReader withCard = new CardReader(ada.terminal, new PinGuard(PinPolicy.simulated()))) {
            assertThat(withCard.certificates()).isNotEmpty();

            ada.terminal.pull();

            assertThatThrownBy(withCard::certificatesInUse).isInstanceOf(CardUnreachableException.class);
        }
    }

    /** A reader with a card that has no application, which writes down what becomes of its connections. */
    private static final class CountingTerminal extends CardTerminal {
        private final List<String> log = new ArrayList<>();
        private boolean isDumb;

        @Override
        public String getName() {
            return "Reader 1";
        }

        @Override
        public Card connect(String protocol) {
            log.add("connect");
            return new CountedCard(this);
        }

        @Override
        public boolean isCardPresent() {
            return true;
        }

        @Override
        public boolean waitForCardPresent(long timeout) {
            return true;
        }

        @Override
        public boolean waitForCardAbsent(long timeout) {
            return false;
        }
    }

    private static final class CountedCard extends Card {
        private final CountingTerminal terminal;
        private boolean ended;

        private CountedCard(CountingTerminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public ATR getATR() {
            return new ATR(new byte[] {0x3B, 0x00});
        }

        @Override
        public String getProtocol() {
            return "T=0";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new DumbChannel(this);
        }

        @Override
        public CardChannel openLogicalChannel() throws CardException {
            throw new CardException("none");
        }

        @Override
        public void beginExclusive() {}

        @Override
        public void endExclusive() {}

        @Override
        public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
            throw new CardException("none");
        }

        /** As the JDK: what was ended is not ended again. */
        @Override
        public void disconnect(boolean reset) {
            if (!ended) {
                ended = true;
                terminal.log.add(reset ? "reset" : "leave");
            }
        }
    }

    private static final class DumbChannel extends CardChannel {
        private final CountedCard card;

        private DumbChannel(CountedCard card) {
            this.card = card;
        }

        @Override
        public Card getCard() {
            return card;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public javax.smartcardio.ResponseAPDU transmit(javax.smartcardio.CommandAPDU command) throws CardException {
            throw new CardException("bytes are sent as they are");
        }

        @Override
        public int transmit(java.nio.ByteBuffer command, java.nio.ByteBuffer response) throws CardException {
            if (card.terminal.isDumb) {
                throw new CardException("no answer");
            }
            response.put(new byte[] {0x6A, (byte) 0x82});
            return 2;
        }

        @Override
        public void close() {}
    }
}

package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class AnyCommandTest {
    private static final List<Integer> SW1 = List.of(0x61, 0x63, 0x67, 0x68, 0x69, 0x6A, 0x6C, 0x6D, 0x6E, 0x90);

    private static final byte[][] INSTANCES = {
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 1, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 1, 1},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 2, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 3, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 1, 0x16, (byte) 0xDB, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 1, 0x16, 0x30, 0},
        {0, (byte) 0xA4, 4, 0, 8, (byte) 0xA0, 0, 0, 0, 3, 0, 0, 0},
        {0, (byte) 0xA4, 4, 0, 9, (byte) 0xA0, 0, 0, 3, 8, 0, 0, 0x10, 0},
    };

    /** Keys work without PIN, so that chance reaches them. */
    private final Map<CardModel, SimulatedCac> cards = new EnumMap<>(CardModel.class);

    @BeforeProperty
    void insert() {
        for (CardModel model : CardModel.values()) {
            SimulatedCac card = SimulatedCac.personalise(
                    TestCredentials.dual().as(model).with(Set.of(CardMutant.SIGNS_WITHOUT_PIN)));
            card.powerOn();
            cards.put(model, card);
        }
    }

    @AfterProperty
    void end() {
        cards.values().forEach(SimulatedCac::close);
    }

    @Property(tries = 3000)
    void any_bytes_get_a_status_word_and_change_only_what_the_command_may(
            @ForAll CardModel model, @ForAll("commands") byte[] command) {
        SimulatedCac card = Objects.requireNonNull(cards.get(model));
        CardState before = CardState.of(card);

        byte[] response = card.transceive(command);

        assertThat(response).hasSizeBetween(2, 258);
        int statusWord = ByteBuffer.wrap(response).getShort(response.length - 2) & 0xFFFF;
        assertThat(statusWord >> 8).as("SW1").isIn(SW1);
        CardState after = CardState.of(card);
        assertThat(before.mayBecome(after, command, statusWord))
                .as("%s, then %s", before, after)
                .isTrue();
    }

    @Provide
    Arbitrary<byte[]> commands() {
        return Arbitraries.oneOf(
                likely(), Arbitraries.bytes().array(byte[].class).ofMaxSize(300), Arbitraries.of(INSTANCES));
    }

    /** Well-formed commands with instructions that the card knows, and parameters that it may know. */
    private static Arbitrary<byte[]> likely() {
        Arbitrary<Byte> cla = Arbitraries.of((byte) 0, (byte) 0x80, (byte) 0x10);
        Arbitrary<Integer> ins = Arbitraries.of(
                0x20, 0x24, 0x2C, 0x36, 0x42, 0x47, 0x4C, 0x52, 0x56, 0x58, 0x84, 0x87, 0xA4, 0xC0, 0xCA, 0xCB, 0xDB,
                0xFE);
        Arbitrary<Byte> p1 = Arbitraries.oneOf(
                Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) 0x80, (byte) 0x3F, (byte) 0x11),
                Arbitraries.bytes());
        Arbitrary<Byte> p2 = Arbitraries.oneOf(
                Arbitraries.of((byte) 0, (byte) 0x80, (byte) 0x81, (byte) 0xFF, (byte) 0x9E), Arbitraries.bytes());
        Arbitrary<byte[]> data = Arbitraries.bytes().array(byte[].class).ofMaxSize(255);
        return Combinators.combine(cla, ins, p1, p2, data, Arbitraries.of(true, false))
                .as(AnyCommandTest::command);
    }

    private static byte[] command(byte cla, int ins, byte p1, byte p2, byte[] data, boolean withLe) {
        int body = data.length == 0 ? 0 : data.length + 1;
        byte[] command = new byte[4 + body + (withLe ? 1 : 0)];
        System.arraycopy(new byte[] {cla, (byte) ins, p1, p2}, 0, command, 0, 4);
        if (data.length > 0) {
            command[4] = (byte) data.length;
            System.arraycopy(data, 0, command, 5, data.length);
        }
        return command;
    }
}

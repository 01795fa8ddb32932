package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final byte[][] INSTANCES = {
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 1, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 1, 1},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 2, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 0, 0x79, 3, 0},
        {0, (byte) 0xA4, 4, 0, 7, (byte) 0xA0, 0, 0, 1, 0x16, (byte) 0xDB, 0},
    };

    /** Its keys work without PIN, so that chance reaches them. */
    private final SimulatedCac card =
            SimulatedCac.personalise(TestCredentials.ada().with(Set.of(CardMutant.SIGNS_WITHOUT_PIN)));

    @BeforeProperty
    void insert() {
        card.powerOn();
    }

    @AfterProperty
    void end() {
        card.close();
    }

    @Property(tries = 2000)
    void any_bytes_get_a_status_word_and_only_pin_commands_cost_a_try(@ForAll("commands") byte[] command) {
        int before = card.triesLeft();

        byte[] response = card.transceive(command);

        assertThat(response).hasSizeBetween(2, 258);
        assertThat((response[response.length - 2] & 0xFF)).as("SW1").isBetween(0x61, 0x90);
        assertThat(response).as("the applet failed").isNotEqualTo(new byte[] {0x6F, 0x00});
        if (!isPinCommand(command)) {
            assertThat(card.triesLeft()).isEqualTo(before);
        }
    }

    @Provide
    Arbitrary<byte[]> commands() {
        return Arbitraries.oneOf(
                likely(), Arbitraries.bytes().array(byte[].class).ofMaxSize(300), Arbitraries.of(INSTANCES));
    }

    /** Well-formed commands with instructions that the card knows, and parameters that it may know. */
    private static Arbitrary<byte[]> likely() {
        Arbitrary<Byte> cla = Arbitraries.of((byte) 0, (byte) 0x80);
        Arbitrary<Integer> ins =
                Arbitraries.of(0x20, 0x24, 0x36, 0x42, 0x4C, 0x52, 0x56, 0x58, 0x84, 0xA4, 0xC0, 0xCA, 0xFE);
        Arbitrary<Byte> p1 =
                Arbitraries.oneOf(Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) 0x80), Arbitraries.bytes());
        Arbitrary<Byte> p2 = Arbitraries.oneOf(Arbitraries.of((byte) 0), Arbitraries.bytes());
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

    private static boolean isPinCommand(byte[] command) {
        return command.length > 5 && (command[1] == 0x20 || command[1] == 0x24);
    }
}

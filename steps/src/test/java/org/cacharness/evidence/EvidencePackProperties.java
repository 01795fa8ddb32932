package org.cacharness.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class EvidencePackProperties {
    private static final byte[] PACK = Packs.pack();
    private static Path folder = Path.of("");

    @BeforeContainer
    static void begin() throws IOException {
        folder = Files.createTempDirectory("evidence");
        assertThat(Packs.inspect(folder, PACK)).isInstanceOf(Inspection.Intact.class);
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("pack.zip"));
        Files.delete(folder);
    }

    @Property(tries = 500)
    void any_byte_that_is_changed_is_found(
            @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int place,
            @ForAll @IntRange(min = 1, max = 255) int bits)
            throws IOException {
        byte[] changed = PACK.clone();
        changed[place % PACK.length] ^= (byte) bits;

        assertThat(Packs.inspect(folder, changed)).isNotInstanceOf(Inspection.Intact.class);
    }

    @Property(tries = 100)
    void any_truncated_pack_is_found(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int length)
            throws IOException {
        byte[] truncated = Arrays.copyOf(PACK, length % PACK.length);

        assertThat(Packs.inspect(folder, truncated)).isNotInstanceOf(Inspection.Intact.class);
    }

    @Property(tries = 100)
    void any_byte_more_is_found(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int place, @ForAll byte more)
            throws IOException {
        int at = place % (PACK.length + 1);
        byte[] longer = new byte[PACK.length + 1];
        System.arraycopy(PACK, 0, longer, 0, at);
        longer[at] = more;
        System.arraycopy(PACK, at, longer, at + 1, PACK.length - at);

        assertThat(Packs.inspect(folder, longer)).isNotInstanceOf(Inspection.Intact.class);
    }
}

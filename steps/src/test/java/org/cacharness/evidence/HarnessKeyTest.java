package org.cacharness.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessKeyTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void it_is_made_once_and_is_its_owners_alone() throws EvidenceException, IOException {
        StoredKey first = HarnessKey.in(folder.resolve("state"), () -> NOW);
        StoredKey second = HarnessKey.in(folder.resolve("state"), () -> NOW);

        assertThat(second.certificates()).isEqualTo(first.certificates());
        assertThat(HarnessKey.certificateIn(folder.resolve("state"))).isEqualTo(first.certificates());
        assertThat(new TrustedSigners(first.certificates()).objection(first.certificates(), NOW))
                .isEmpty();
        assumeThat(posix()).isTrue();
        assertThat(Files.getPosixFilePermissions(folder.resolve("state").resolve(HarnessKey.FILE)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws EvidenceException, IOException {
        assumeThat(posix()).isTrue();
        HarnessKey.in(folder, () -> NOW);
        Files.setPosixFilePermissions(folder.resolve(HarnessKey.FILE), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> HarnessKey.in(folder, () -> NOW))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void there_is_none_where_none_was_made() {
        assertThat(HarnessKey.certificateIn(folder)).isEmpty();
    }

    @Test
    void a_stranger_is_not_vouched_for() {
        TrustedSigners trusted =
                new TrustedSigners(List.of(Packs.OTHER.certificates().get(0)));

        assertThat(trusted.objection(Packs.OTHER.certificates(), NOW)).isEmpty();
        assertThat(trusted.objection(Packs.SIGNER.certificates(), NOW)).isPresent();
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

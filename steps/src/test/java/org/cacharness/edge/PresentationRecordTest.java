package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PresentationRecordTest {
    private static final String SERIAL = "CAFE000000000000000000001267";
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void a_card_without_a_record_may_be_sent_a_pin() {
        try (PresentationRecord record = open()) {
            assertThatCode(record::requireClear).doesNotThrowAnyException();
        }
    }

    @Test
    void what_was_accepted_is_no_obstacle() {
        try (PresentationRecord record = open()) {
            record.begin();
            record.end(new PinOutcome.Accepted());
            assertThatCode(record::begin).doesNotThrowAnyException();
        }
    }

    @Test
    void a_refusal_forbids_the_next_run_to_begin_until_it_is_forgiven() {
        try (PresentationRecord record = open()) {
            record.begin();
            record.end(new PinOutcome.Refused(2));
        }
        try (PresentationRecord next = open()) {
            Refusal refusal = catchThrowableOfType(Refusal.class, next::begin);
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.REFUSED_BEFORE);
            assertThat(refusal).hasMessageContainingAll("2026-01-01T12:00:00Z refused, tries left: 2", "card forgive");

            assertThat(next.forgive()).isTrue();
            assertThat(next.forgive()).as("once is enough").isFalse();
            assertThatCode(next::begin).doesNotThrowAnyException();
        }
    }

    @Test
    void a_blocked_card_is_no_card_to_go_on_with() {
        try (PresentationRecord record = open()) {
            record.begin();
            record.end(new PinOutcome.Blocked());
            assertThat(catchThrowableOfType(Refusal.class, record::requireClear))
                    .hasMessageContaining("blocked");
        }
    }

    @Test
    void a_presentation_without_an_end_counts_as_refused() {
        try (PresentationRecord crashed = open()) {
            crashed.begin();
        }
        try (PresentationRecord next = open()) {
            assertThat(catchThrowableOfType(Refusal.class, next::begin)).hasMessageContaining("begun");
        }
    }

    @Test
    void a_line_that_was_cut_off_counts_as_refused() throws IOException {
        try (PresentationRecord record = open()) {
            record.begin();
            record.end(new PinOutcome.Accepted());
        }
        Path file = file(".record");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 4));

        try (PresentationRecord next = open()) {
            assertThat(catchThrowableOfType(Refusal.class, next::begin)).isNotNull();
        }
    }

    @Test
    void one_card_has_one_user_and_another_card_another() {
        try (PresentationRecord first = open();
                PresentationRecord another = PresentationRecord.open(folder, "AABBCCDD", NOON)) {
            assertThat(catchThrowableOfType(Refusal.class, this::open).reason()).isEqualTo(Refusal.Reason.CARD_IN_USE);
            assertThat(another).isNotSameAs(first);
        }
        open().close();
    }

    @Test
    void a_record_that_cannot_be_kept_forbids_the_pin() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> PresentationRecord.open(file.resolve("records"), SERIAL, NOON));

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ON_RECORD);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void a_folder_that_others_can_write_to_keeps_no_record() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));

        Refusal refusal = catchThrowableOfType(Refusal.class, this::open);

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ON_RECORD);
        assertThat(refusal).hasMessageContaining("others can write to");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void nothing_on_disk_says_whose_card_it_is_and_nobody_else_reads_it() throws IOException {
        Path records = folder.resolve("records");
        try (PresentationRecord record = PresentationRecord.open(records, SERIAL, NOON)) {
            record.begin();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(records)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(records)) {
            assertThat(files).hasSize(2).allSatisfy(path -> {
                assertThat(path.getFileName().toString()).doesNotContain(SERIAL);
                assertThat(Files.readString(path)).doesNotContain(SERIAL);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
            });
        }
    }

    private PresentationRecord open() {
        return PresentationRecord.open(folder, SERIAL, NOON);
    }

    private Path file(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

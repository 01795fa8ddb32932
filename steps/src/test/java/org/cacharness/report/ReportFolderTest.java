package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    Path parent;

    private Path target;

    @BeforeEach
    void begin() {
        target = parent.resolve("report");
    }

    @Test
    void a_report_that_is_not_published_leaves_nothing() throws IOException {
        try (ReportFolder report = ReportFolder.open(target)) {
            Files.createDirectories(report.path().resolve("deep").resolve("deeper"));
            write(report.path(), "new");
        }

        assertThat(content()).isEmpty();
    }

    @Test
    void an_earlier_report_stays_whole_until_the_new_one_takes_its_place() throws IOException {
        earlier();

        try (ReportFolder report = ReportFolder.open(target)) {
            write(report.path(), "new");
            assertThat(target.resolve(ReportFolder.MARK)).hasContent("earlier");
            assertThat(target.resolve("old.html")).exists();

            report.publish();
        }

        assertThat(target.resolve(ReportFolder.MARK)).hasContent("new");
        assertThat(target.resolve("old.html")).doesNotExist();
        assertThat(content()).containsExactly("report");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "who may read is said in another way there")
    void others_may_read_a_published_report_and_nobody_else_an_unfinished_one() throws IOException {
        try (ReportFolder report = ReportFolder.open(target)) {
            write(report.path(), "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report.path())))
                    .isEqualTo("rwx------");

            report.publish();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void an_interrupted_report_is_not_published() throws IOException {
        earlier();
        ReportFolder report = ReportFolder.open(target);
        report.close();

        assertThatThrownBy(report::publish).isInstanceOf(IOException.class).hasMessageContaining("interrupted");
        assertThat(target.resolve(ReportFolder.MARK)).hasContent("earlier");
        assertThat(content()).containsExactly("report");
    }

    @Test
    void closing_after_publishing_keeps_the_report() throws IOException {
        ReportFolder report = ReportFolder.open(target);
        write(report.path(), "new");
        report.publish();
        report.close();

        assertThat(target.resolve(ReportFolder.MARK)).hasContent("new");
    }

    @Test
    void an_empty_folder_is_taken() throws IOException {
        Files.createDirectory(target);

        try (ReportFolder report = ReportFolder.open(target)) {
            assertThat(report.path()).isDirectory();
        }
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> ReportFolder.open(target)).hasMessageContaining("with other files");
        assertThat(content()).containsExactly("report");
    }

    @Test
    void a_file_in_its_place_is_left_alone() throws IOException {
        Files.writeString(target, "dear");

        assertThatThrownBy(() -> ReportFolder.open(target)).hasMessageContaining("Report folder");
        assertThat(target).hasContent("dear");
    }

    private void earlier() throws IOException {
        Files.createDirectory(target);
        write(target, "earlier");
        Files.writeString(target.resolve("old.html"), "old");
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve(ReportFolder.MARK), text);
    }

    private List<String> content() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

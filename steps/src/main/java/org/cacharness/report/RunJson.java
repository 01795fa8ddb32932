package org.cacharness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cacharness.secrets.Secrets;

/** The run for machines: {@code run.json}. Its fields are those of {@link RecordedRun}, listed in docs/report.md. */
final class RunJson {
    private final Secrets secrets;

    RunJson(Secrets secrets) {
        this.secrets = secrets;
    }

    void write(RunResult run, Path report) throws IOException {
        Files.write(
                report.resolve(ReportFolder.MARK),
                secrets.mask(RecordedRun.of(run).json()));
    }
}

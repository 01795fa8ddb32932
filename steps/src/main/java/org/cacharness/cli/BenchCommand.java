package org.cacharness.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cac bench}: figures, as ratios of what was measured in one process, one after the other. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures; see docs/benchmarks.md.")
final class BenchCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        CommandSpec known = Objects.requireNonNull(spec, "picocli sets it");
        throw new ParameterException(known.commandLine(), "Missing a command: threads, endurance, shards or browsers");
    }
}

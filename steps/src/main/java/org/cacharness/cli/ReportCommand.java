package org.cacharness.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cac report}: what can be done with reports that are there. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "What can be done with reports.")
final class ReportCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        CommandSpec known = Objects.requireNonNull(spec, "picocli sets it");
        throw new ParameterException(known.commandLine(), "Missing a command: merge");
    }
}

package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which scenarios run. */
final class SelectionOptions {
    @Parameters(
            paramLabel = "PATH",
            description = "Feature files or folders, a file also with :line. Default: features")
    List<String> features = List.of();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Only scenarios with these tags.")
    @Nullable
    String tags;

    @Option(names = "--name", paramLabel = "REGEX", description = "Only scenarios whose title contains this.")
    @Nullable
    Pattern name;

    @Option(
            names = "--shard",
            paramLabel = "N/M",
            converter = Shard.Converter.class,
            description = "Only part N of M: one part on each machine. See 'cac report merge'.")
    Shard shard = Shard.ALL;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "run.json of an earlier run, so that parts take equally long; the same for all parts.")
    @Nullable
    Path times;

    /** What was asked; all features where none is named. */
    Selection selection(Workplace workplace) throws BadInputException {
        List<String> paths = features.isEmpty()
                ? List.of(workplace.home().resolve("features").toString())
                : features;
        return new Selection(paths, tags, name, shard, workplace.existingIfGiven("--times", times));
    }
}

package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios run.
 *
 * @param features feature files or folders, a file also with {@code :line}
 * @param tags tag expression, or null for all
 * @param name regular expression that a title must contain, or null for all
 * @param shard which part of them this machine runs
 * @param times {@code run.json} of an earlier run, by which the parts are balanced, or null
 */
public record Selection(
        List<String> features,
        @Nullable String tags,
        @Nullable Pattern name,
        Shard shard,
        @Nullable Path times) {
    public Selection {
        features = List.copyOf(features);
    }
}

package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.cacharness.recording.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked of {@code cac run}.
 *
 * @param features feature files or folders, a file also with {@code :line}
 * @param tags tag expression, or null for all
 * @param name regular expression that a title must contain, or null for all
 * @param dryRun only print the plan
 * @param threads scenarios at the same time
 * @param repeat how many rounds
 * @param repeatFailed how often a scenario that failed is repeated, from 0
 * @param report where the report will stand
 * @param seed of the order, and of whatever else is random
 * @param randomOrder whether scenarios run in an order drawn by the seed
 * @param stubs folder of portal stubs instead of the built-in ones, or null
 * @param personas folder or file of personas instead of the built-in ones, or null
 * @param shard which part of the scenarios this machine runs
 * @param times {@code run.json} of an earlier run, by which the parts are balanced, or null
 * @param card how the card is reached
 * @param realCard what may be done with a card in a real reader, or null where none is looked for
 * @param browser which browser the members have
 * @param model which applications the simulated cards have
 * @param fault name of a fault of the card of whomever a scenario names first, or null
 * @param headed whether the windows of Chromium are to be seen
 * @param grid where Chromium runs, or null for this machine
 * @param live a portal that takes the mocked one's place, or null
 * @param recording a portal's that takes the mocked one's place, or null
 * @param verbose whether stack traces are wanted
 */
public record RunRequest(
        List<String> features,
        @Nullable String tags,
        @Nullable Pattern name,
        boolean dryRun,
        int threads,
        int repeat,
        int repeatFailed,
        Path report,
        long seed,
        boolean randomOrder,
        @Nullable Path stubs,
        @Nullable Path personas,
        Shard shard,
        @Nullable Path times,
        CardPath card,
        @Nullable RealCardRequest realCard,
        BrowserKind browser,
        CardMake.Model model,
        @Nullable String fault,
        boolean headed,
        @Nullable GridRequest grid,
        @Nullable LivePortalRequest live,
        @Nullable Recording recording,
        boolean verbose) {
    public RunRequest {
        features = List.copyOf(features);
    }

    /** Which browser the members have. */
    public enum BrowserKind {
        /** The one that the card path and this machine suggest. */
        AUTO,
        /** The embedded one. */
        HTMLUNIT,
        /** Chromium. */
        CHROMIUM
    }

    /** How the card is reached. */
    public enum CardPath {
        /** As an object of the same process. */
        IN_PROCESS,
        /** In a virtual PC/SC reader, through OpenSC's PKCS#11 module. */
        VIRTUAL,
        /** In a real PC/SC reader, if one has a card that may be used; else as an object of the same process. */
        AUTO
    }
}

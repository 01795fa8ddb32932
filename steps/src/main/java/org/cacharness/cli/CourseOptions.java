package org.cacharness.cli;

import java.util.concurrent.ThreadLocalRandom;
import org.cacharness.cli.RunRequest.CardPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how many scenarios run at once, how often, and in which order. */
final class CourseOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Scenarios at the same time. Default: 2, on one processor 1")
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Rounds. The report is of the first that failed, else of the last.")
    int repeat = 1;

    @Option(
            names = "--repeat-failed",
            paramLabel = "N",
            description =
                    "Repeat a scenario that failed up to N times; if it passes then, it is flaky. Not with real cards.")
    int repeatFailed;

    @Option(names = "--order", paramLabel = "ORDER", description = "defined (default) or random.")
    @Nullable
    Order order;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats a random order; it is printed by --order random.")
    @Nullable
    Long seed;

    /** The order of the scenarios. */
    enum Order {
        defined,
        random
    }

    /**
     * What was asked.
     *
     * @param alone whether card or portal bear one scenario at a time only
     * @throws BadInputException if a number is too small, or what was sent to a real card would be sent again
     */
    Course course(CardPath card, boolean alone) throws BadInputException {
        atLeast("--threads", 1, threads);
        atLeast("--repeat", 1, repeat);
        atLeast("--repeat-failed", 0, repeatFailed);
        if (repeatFailed > 0 && card == CardPath.AUTO) {
            throw new BadInputException("--repeat-failed: expected simulated cards, got --card auto: "
                    + "what was sent to a real card is not sent again; leave the option away");
        }
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        boolean random = order == Order.random || (order == null && seed != null);
        return new Course(alone ? 1 : threads, repeat, repeatFailed, drawn, random);
    }

    private static void atLeast(String option, int least, int value) throws BadInputException {
        if (value < least) {
            throw new BadInputException(option + ": expected " + least + " or more, got " + value);
        }
    }
}

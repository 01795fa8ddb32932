package org.cacharness.cli;

/** What the command says to its caller; the table is in docs/exit-codes.md. */
final class ExitCode {
    /** Everything that ran passed. */
    static final int PASSED = 0;
    /** A scenario failed, or a documented step has no scenario. */
    static final int FAILED = 1;
    /** The command line or a file given to it is wrong; nothing ran. */
    static final int BAD_INPUT = 2;
    /** A secret stands in a file that the run wrote. */
    static final int LEAK = 3;
    /** Nothing failed, but a scenario was refused to keep a card from harm. */
    static final int REFUSED = 4;
    /** Nothing failed in the end, but a scenario passed only when it was repeated. */
    static final int FLAKY = 5;
    /** The harness itself failed. */
    static final int BROKEN = 70;
    /** Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}

package org.cacharness.report;

/** What came of a scenario. */
public enum Outcome {
    PASSED("passed"),
    FAILED("failed"),
    /** It failed, and passed when it was repeated; neither passed nor failed. */
    FLAKY("flaky"),
    /** The harness would not do it, to keep a card from harm; neither passed nor failed. */
    REFUSED("refused"),
    /** It did not run, for a reason that is stated. */
    NOT_RUN("not run");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The outcome in words. */
    public String words() {
        return words;
    }

    /** The outcome as the name of a style class. */
    public String style() {
        return words.replace(' ', '-');
    }
}

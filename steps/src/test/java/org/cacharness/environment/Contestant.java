package org.cacharness.environment;

/** A way to register a card in Chromium, with a browser for each registration that knows nothing of the others. */
interface Contestant extends AutoCloseable {
    /** What the figures call it. */
    String words();

    /** Registers the member of a new portal. */
    Laps register() throws Exception;

    @Override
    void close() throws Exception;

    /**
     * How long it took.
     *
     * @param open the browser, or its context, in milliseconds
     * @param pages from the first address to the confirmation
     * @param close until nothing is left of the browser or its context
     */
    record Laps(double open, double pages, double close) {
        double whole() {
            return open + pages + close;
        }

        /** From three times taken one after the other, and the end. */
        static Laps between(long begun, long opened, long confirmed, long closed) {
            return new Laps((opened - begun) / 1e6, (confirmed - opened) / 1e6, (closed - confirmed) / 1e6);
        }
    }
}

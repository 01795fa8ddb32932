package org.cacharness.simulator.reader;

/** Is told of every command that went over the line. It is called on the reader's thread: it must be quick and must not throw. */
@FunctionalInterface
public interface ApduObserver {
    /** One command with its response. */
    void exchanged(ApduExchange exchange);

    /** Nobody looks. */
    static ApduObserver none() {
        return exchange -> {};
    }
}

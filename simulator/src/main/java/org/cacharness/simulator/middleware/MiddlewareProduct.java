package org.cacharness.simulator.middleware;

/** The two kinds of CAC software that the procedure describes. */
public enum MiddlewareProduct {
    /** ActivClient and its User Console. */
    ACTIVCLIENT("activclient"),
    /** ActivCard Gold and its utilities. */
    ACTIVCARD_GOLD("activgold");

    private final String tag;

    MiddlewareProduct(String tag) {
        this.tag = tag;
    }

    /** Beginning of the product's row ids in the procedure; also the name of its page. */
    String tag() {
        return tag;
    }
}

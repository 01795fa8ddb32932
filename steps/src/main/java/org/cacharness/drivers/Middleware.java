package org.cacharness.drivers;

/** The CAC software that the procedure documents. */
public enum Middleware {
    /** ActivClient. */
    ACTIVCLIENT("ActivClient"),
    /** ActivCard Gold. */
    ACTIVCARD_GOLD("ActivCard Gold");

    private final String productName;

    Middleware(String productName) {
        this.productName = productName;
    }

    /** The product's name as the scenarios write it. */
    public String productName() {
        return productName;
    }
}

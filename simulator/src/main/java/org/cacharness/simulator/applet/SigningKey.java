package org.cacharness.simulator.applet;

/** A private key that came in by its components and never leaves. */
interface SigningKey {
    /** Takes one component in; the first bytes of the APDU buffer's data field. */
    void importComponent(byte component, byte[] buffer, short offset, short length);

    /** Whether all components are in. */
    boolean isReady();

    /** Whether the private operation takes an input of this length. */
    boolean takes(short length);

    /** Longest input. */
    short longestInput();

    /** Does the private operation from one place of the array to another, and returns the result's length. */
    short sign(byte[] input, short offset, short length, byte[] output, short outputOffset);

    /** Algorithm identifier for GET PROPERTIES, tag 43. */
    byte propertyAlgorithm();

    /** Length of the key in bytes, divided by eight, for GET PROPERTIES, tag 43. */
    byte propertyLength();
}

package org.cacharness.simulator.card;

/** What answers commands: bytes in, bytes out. */
@FunctionalInterface
interface Chip {
    byte[] transceive(byte[] command);
}

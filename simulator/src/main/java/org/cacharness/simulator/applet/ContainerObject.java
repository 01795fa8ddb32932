package org.cacharness.simulator.applet;

import javacard.framework.Util;

/** One object of an instance: its identifier, T-file and V-file, and the access rule of the V-file. */
final class ContainerObject {
    /** Length of its installation parameters: {@code object(2) kind(1) T length(2) V length(2) read rule(1)}. */
    static final short PARAMETERS = 8;

    private final byte[] objectId = new byte[2];
    private final byte kind;
    private final byte readRule;
    private final Buffers buffers;

    ContainerObject(byte[] parameters, short data) {
        Util.arrayCopyNonAtomic(parameters, data, objectId, (short) 0, (short) 2);
        kind = parameters[(short) (data + 2)];
        buffers = new Buffers(
                Util.getShort(parameters, (short) (data + 3)), Util.getShort(parameters, (short) (data + 5)));
        readRule = parameters[(short) (data + 7)];
    }

    boolean isCalled(byte[] buffer, short offset) {
        return Util.arrayCompare(buffer, offset, objectId, (short) 0, (short) 2) == 0;
    }

    boolean isFree() {
        return readRule == AccessRules.ALWAYS;
    }

    Buffers buffers() {
        return buffers;
    }

    /** Writes the object's fields 41 and 42 of GET PROPERTIES, and returns the offset after them. */
    short writeProperties(byte[] buffer, short offset) {
        buffer[offset] = 0x41;
        buffer[(short) (offset + 1)] = 0x02;
        short end = Util.arrayCopyNonAtomic(objectId, (short) 0, buffer, (short) (offset + 2), (short) 2);
        buffer[end] = 0x42;
        buffer[(short) (end + 1)] = 0x05;
        buffer[(short) (end + 2)] = kind;
        return buffers.writeLengths(buffer, (short) (end + 3));
    }
}

package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Installation parameters of an instance that only answers GET DATA: {@code count, (tag(2) length value)*}. */
final class DataObjects {
    private DataObjects() {}

    static byte[] of(Map<Integer, byte[]> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(objects.size());
        objects.forEach((tag, value) -> {
            out.write(tag >> 8);
            out.write(tag);
            out.write(value.length);
            out.writeBytes(value);
        });
        return out.toByteArray();
    }
}

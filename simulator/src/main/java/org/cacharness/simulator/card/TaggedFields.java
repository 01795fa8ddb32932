package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a container in their order; the PIV application has them as BER-TLV, the CAC edge as SimpleTLV. */
final class TaggedFields {
    private final List<Map.Entry<Integer, byte[]>> fields = new ArrayList<>();

    TaggedFields put(int tag, byte[] value) {
        fields.add(Map.entry(tag, value));
        return this;
    }

    TaggedFields put(int tag, String text) {
        return put(tag, text.getBytes(US_ASCII));
    }

    /** A field of no bytes; the error detection code FE, which every container ends with, is one (SP 800-73-4 Part 1, table 7). */
    TaggedFields empty(int tag) {
        return put(tag, new byte[0]);
    }

    byte[] ber() {
        Ber ber = new Ber();
        fields.forEach(field -> ber.put(field.getKey(), field.getValue()));
        return ber.bytes();
    }

    CardFiles simpleTlv() {
        CardFiles files = new CardFiles();
        fields.forEach(field -> files.put(field.getKey(), field.getValue()));
        return files;
    }
}

package org.cacharness.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of a container, read out of its T-file and V-file (GSC-IS 2.1, SimpleTLV containers); lengths are little-endian. */
public final class SimpleTlv {
    private static final int LONG_LENGTH = 0xFF;

    private final List<Field> fields;

    private SimpleTlv(List<Field> fields) {
        this.fields = fields;
    }

    /** One tag with its value. */
    private static final class Field {
        private final int tag;
        private final byte[] value;

        Field(int tag, byte[] value) {
            this.tag = tag;
            this.value = value;
        }
    }

    /**
     * Takes both files apart. A last tag without a length is left out, as the software of the field does.
     *
     * @param tags T-file without its leading length
     * @param values V-file without its leading length
     * @throws CardAnswerException if a length is cut off, or the tags announce more than the values hold
     */
    public static SimpleTlv read(byte[] tags, byte[] values) {
        List<Field> fields = new ArrayList<>();
        int tag = 0;
        int value = 0;
        while (tag + 1 < tags.length) {
            boolean isLong = (tags[tag + 1] & 0xFF) == LONG_LENGTH;
            if (isLong && tag + 3 >= tags.length) {
                throw new CardAnswerException("Container: expected two bytes of length after FF, got "
                        + (tags.length - tag - 2) + ": the T-file of this card is cut off");
            }
            int length = isLong ? littleEndian(tags, tag + 2) : tags[tag + 1] & 0xFF;
            if (value + length > values.length) {
                throw new CardAnswerException("Container: expected " + (value + length) + " bytes of values, got "
                        + values.length + ": the T-file and the V-file of this card disagree");
            }
            fields.add(new Field(tags[tag] & 0xFF, Arrays.copyOfRange(values, value, value + length)));
            value += length;
            tag += isLong ? 4 : 2;
        }
        return new SimpleTlv(List.copyOf(fields));
    }

    /** Value of the first field with this tag; a new array each time. */
    public Optional<byte[]> value(int tag) {
        return fields.stream().filter(field -> field.tag == tag).findFirst().map(field -> field.value.clone());
    }

    static int littleEndian(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
    }

    @Override
    public String toString() {
        return "SimpleTlv[" + fields.size() + " fields]";
    }
}

package org.cacharness.simulator.card;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.cacharness.simulator.card.StatusWordTable.Row;

/** Commands for a card: from the table of status words, from it with something wrong, made up, or bytes without meaning. */
final class CommandSource {
    private static final int[] INSTRUCTIONS = {
        0x20, 0x24, 0x2C, 0x36, 0x42, 0x47, 0x4C, 0x52, 0x56, 0x58, 0x84, 0x87, 0xA4, 0xC0, 0xCA, 0xCB, 0xDB, 0xFE
    };
    private static final int[] PARAMETERS = {0x00, 0x01, 0x02, 0x04, 0x11, 0x3F, 0x80, 0x81, 0x9A, 0x9B, 0x9D, 0xFF};
    private static final int[] CLASSES = {0x00, 0x00, 0x00, 0x10, 0x80, 0x0C, 0x01, 0x90};
    private static final int LONGEST_NOISE = 300;

    private final Random random;
    private final List<Row> rows;
    private final Deque<byte[]> planned = new ArrayDeque<>();

    CommandSource(long seed, List<Row> rows) {
        random = new Random(seed);
        this.rows = List.copyOf(rows);
    }

    byte[] next() {
        if (planned.isEmpty()) {
            plan();
        }
        return planned.removeFirst();
    }

    private void plan() {
        int kind = random.nextInt(100);
        if (kind < 30) {
            planWholeRow();
        } else if (kind < 65) {
            planned.add(damaged(commandOf(oneRow())));
        } else {
            planned.add(kind < 85 ? madeUp() : noise());
        }
    }

    /** The state first, which chance alone would hardly reach; then the command, as it is or with something wrong. */
    private void planWholeRow() {
        Row row = oneRow();
        row.before().forEach(command -> planned.add(StatusWordTable.bytes(command)));
        planned.add(random.nextBoolean() ? commandOf(row) : damaged(commandOf(row)));
    }

    /** Of the commands that make a key work, which take the time of a hundred others, one in ten. */
    private Row oneRow() {
        Row row;
        do {
            row = rows.get(random.nextInt(rows.size()));
        } while (row.worksWithKey() && random.nextInt(10) > 0);
        return row;
    }

    private static byte[] commandOf(Row row) {
        return StatusWordTable.bytes(row.command());
    }

    /** One or two things wrong: a byte, the end missing, bytes too many, two commands in one. */
    private byte[] damaged(byte[] command) {
        byte[] wrong = command;
        for (int i = random.nextInt(2); i >= 0; i--) {
            wrong = damagedOnce(wrong);
        }
        return wrong;
    }

    private byte[] damagedOnce(byte[] command) {
        if (command.length == 0) {
            return noise();
        }
        switch (random.nextInt(6)) {
            case 0 -> command[random.nextInt(command.length)] = (byte) random.nextInt();
            case 1 -> command[random.nextInt(Math.min(4, command.length))] = (byte) random.nextInt();
            case 2 -> command[random.nextInt(command.length)] ^= (byte) (1 << random.nextInt(8));
            case 3 -> {
                return Arrays.copyOf(command, random.nextInt(command.length));
            }
            case 4 -> {
                return Arrays.copyOf(command, command.length + 1 + random.nextInt(4));
            }
            default -> {
                return withLengthThatFits(command);
            }
        }
        return command;
    }

    /** A shorter or longer data field, behind the right Lc. */
    private byte[] withLengthThatFits(byte[] command) {
        if (command.length < 6) {
            return command;
        }
        int length = random.nextInt(256);
        byte[] other = Arrays.copyOf(command, 5 + length);
        other[4] = (byte) length;
        return other;
    }

    private byte[] madeUp() {
        byte[] data = new byte[random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(20)];
        random.nextBytes(data);
        int end = data.length == 0 ? 4 : 5 + data.length;
        byte[] command = new byte[end + random.nextInt(2)];
        command[0] = (byte) CLASSES[random.nextInt(CLASSES.length)];
        command[1] = (byte) INSTRUCTIONS[random.nextInt(INSTRUCTIONS.length)];
        command[2] = parameter();
        command[3] = parameter();
        if (data.length > 0) {
            command[4] = (byte) data.length;
            System.arraycopy(data, 0, command, 5, data.length);
        }
        return command;
    }

    private byte parameter() {
        return (byte) (random.nextInt(3) == 0 ? random.nextInt() : PARAMETERS[random.nextInt(PARAMETERS.length)]);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(LONGEST_NOISE)];
        random.nextBytes(bytes);
        return bytes;
    }
}

package org.cacharness.simulator.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * All files and objects of a card that anyone reads, and what it says about the others.
 *
 * @param answers of the commands that read them
 */
record CardImage(List<String> answers) {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> INSTANCES = List.of(
            "A0000000790100",
            "A0000000790101",
            "A0000000790102",
            "A000000116DB00",
            "A0000000790200",
            "A0000000790201",
            "A00000007902FB",
            "A00000007902FE",
            "A00000007902FD",
            "A0000000791201",
            "A0000001163000",
            "A000000003000000");
    private static final int[] OBJECTS = {
        0x5FC101, 0x5FC102, 0x5FC103, 0x5FC105, 0x5FC106, 0x5FC107, 0x5FC108, 0x5FC109, 0x5FC10A, 0x5FC10B, 0x5FC10C
    };

    /** What is read without the PIN. */
    static CardImage of(SimulatedCac card) {
        return of(card, new byte[0]);
    }

    /** What is read with the PIN, presented to each edge; the card has to be reset afterwards. */
    static CardImage of(SimulatedCac card, byte[] pinBlock) {
        List<String> answers = new ArrayList<>();
        present(card, "00200000", pinBlock);
        for (String instance : INSTANCES) {
            answers.add(send(card, "00A40400" + HEX.toHexDigits((byte) (instance.length() / 2)) + instance));
            answers.add(send(card, "0056010000"));
            answers.addAll(buffers(card));
            answers.add(send(card, "00CA9F7F00"));
        }
        answers.add(send(card, "00A404000BA000000308000010000100"));
        present(card, "00200080", pinBlock);
        for (int tag : OBJECTS) {
            String answer = send(card, "00CB3FFF055C03" + HEX.toHexDigits(tag, 6) + "00");
            answers.add(answer);
            while (answer.startsWith("61", answer.length() - 4)) {
                answer = send(card, "00C0000000");
                answers.add(answer);
            }
        }
        return new CardImage(List.copyOf(answers));
    }

    /** T-file and V-file from start to end. */
    private static List<String> buffers(SimulatedCac card) {
        List<String> answers = new ArrayList<>();
        for (String kind : List.of("01", "02")) {
            String answer;
            int offset = 0;
            do {
                answer = send(card, "0052" + HEX.toHexDigits((short) offset) + "02" + kind + "FF");
                answers.add(answer);
                offset += 255;
            } while (answer.length() > 2 * 255);
        }
        return answers;
    }

    private static void present(SimulatedCac card, String header, byte[] pinBlock) {
        if (pinBlock.length > 0) {
            send(card, header + HEX.toHexDigits((byte) pinBlock.length) + HEX.formatHex(pinBlock));
        }
    }

    private static String send(SimulatedCac card, String command) {
        return HEX.formatHex(card.transceive(HEX.parseHex(command)));
    }
}

package org.cacharness.simulator.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cacharness.simulator.card.CardPulledException;

/** A card that answers what the test says. */
final class ScriptedCard implements ContactCard {
    static final String DEFECT = "DEADBEEF";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private String leavesAt = "";
    private CardPulledException leaving = CardPulledException.withoutAnswer();

    ScriptedCard answering(String command, String response) {
        answers.put(command, response);
        return this;
    }

    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    /** At this command the card leaves. */
    ScriptedCard leaving(String command, CardPulledException how) {
        leavesAt = command;
        leaving = how;
        return this;
    }

    private synchronized void see(String event) {
        seen.add(event);
    }

    @Override
    public byte[] atr() {
        return HEX.parseHex("3B00");
    }

    @Override
    public void powerOn() {
        see("on");
    }

    @Override
    public void powerOff() {
        see("off");
    }

    @Override
    public void reset() {
        see("reset");
    }

    @Override
    public byte[] transceive(byte[] command) {
        String hex = HEX.formatHex(command);
        see(hex);
        if (hex.equals(DEFECT)) {
            throw new IllegalArgumentException("A defect of the card");
        }
        if (hex.equals(leavesAt)) {
            throw leaving;
        }
        return HEX.parseHex(answers.getOrDefault(hex, "6D00"));
    }
}

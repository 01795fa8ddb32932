package org.cacharness.drivers.chromium;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cacharness.drivers.chromium.DevToolsWindow.Command;

/**
 * A key of the keyboard, as pages see it (UI Events, KeyboardEvent).
 *
 * @param name what it is for, {@code key}: the character that it types, or its name
 * @param code where it is on the keyboard, {@code code}; empty where that depends on the layout
 * @param number {@code keyCode}, or 0
 * @param text what it types, or nothing
 */
record Key(String name, String code, int number, String text) {
    static final Key DELETE = new Key("Delete", "Delete", 46, "");

    /** The key that types a character. Letters and digits are at the same place of most keyboards; for others none is claimed. */
    static Key of(int character) {
        String typed = Character.toString(character);
        String upper = typed.toUpperCase(Locale.ROOT);
        if (upper.matches("[A-Z]")) {
            return new Key(typed, "Key" + upper, upper.charAt(0), typed);
        }
        return typed.matches("[0-9]")
                ? new Key(typed, "Digit" + typed, typed.charAt(0), typed)
                : new Key(typed, "", 0, typed);
    }

    /** Down, and up again. */
    List<Command> struck() {
        Map<String, Object> down = new HashMap<>(event(text.isEmpty() ? "rawKeyDown" : "keyDown"));
        if (!text.isEmpty()) {
            down.put("text", text);
            down.put("unmodifiedText", text);
        }
        return List.of(
                new Command("Input.dispatchKeyEvent", down), new Command("Input.dispatchKeyEvent", event("keyUp")));
    }

    private Map<String, Object> event(String type) {
        return Map.of("type", type, "key", name, "code", code, "windowsVirtualKeyCode", number);
    }

    /** What is typed may be a password. */
    @Override
    public String toString() {
        return "Key";
    }
}

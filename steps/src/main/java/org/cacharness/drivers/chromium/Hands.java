package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.drivers.chromium.DevToolsWindow.Command;
import org.openqa.selenium.ElementClickInterceptedException;

/**
 * The mouse and the keys of one window: a thing is pressed, and typed into, where a person could.
 *
 * <p>What WebDriver's own click and keys check (WebDriver, 12.5.1 and 12.5.3) is asked of the page at once, and not one question after the
 * other; movements, buttons and keys are sent as a person's come, without waiting for the page in between.
 */
final class Hands {
    /**
     * Where the middle of the thing's first box is, after it was scrolled into view, and whether there is something in it already; what that
     * is, which may be a password, is not asked. Or what covers it.
     */
    private static final String SPOT = """
            const middle = () => {
                const box = this.getClientRects()[0];
                return box && [
                    (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2,
                    (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2];
            };
            const onTop = () => middle() && this.getRootNode().elementFromPoint(...middle());
            const pressable = top => top && this.contains(top);
            if (!pressable(onTop())) {
                this.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
                const top = onTop();
                if (!pressable(top)) return { cover: top ? top.outerHTML.split('>')[0] + '>' : 'nothing of the page' };
            }
            const [x, y] = middle();
            """;

    private static final String PRESSABLE = SPOT + "return { x, y };";
    /** What is selected is replaced by what is typed. */
    private static final String FIELD = SPOT + """
            this.focus();
            this.select?.();
            return { holdsText: this.select !== undefined && this.value !== '' };
            """;

    private final DevToolsWindow window;

    /** Those of a window. */
    Hands(DevToolsWindow window) {
        this.window = window;
    }

    /**
     * Presses the middle of a thing.
     *
     * @throws ElementClickInterceptedException where something else lies upon it
     */
    void press(String thing) {
        JsonNode spot = requireOnTop(window.valueAt(thing, PRESSABLE));
        window.askAll(List.of(
                mouse("mouseMoved", spot, Map.of()),
                mouse("mousePressed", spot, Map.of("button", "left", "clickCount", 1)),
                mouse("mouseReleased", spot, Map.of("button", "left", "clickCount", 1))));
    }

    private static Command mouse(String type, JsonNode spot, Map<String, ?> button) {
        Map<String, Object> event = new HashMap<>(button);
        event.put("type", type);
        event.put("x", spot.path("x").asDouble());
        event.put("y", spot.path("y").asDouble());
        return new Command("Input.dispatchMouseEvent", event);
    }

    /**
     * Types into a field, in the place of what was there, key by key.
     *
     * @throws ElementClickInterceptedException where something else lies upon it
     */
    void type(String field, CharSequence typed) {
        JsonNode state = requireOnTop(window.valueAt(field, FIELD));
        List<Command> keys = new ArrayList<>();
        if (typed.length() == 0 && state.path("holdsText").asBoolean()) {
            keys.addAll(Key.DELETE.struck());
        }
        typed.codePoints().forEach(character -> keys.addAll(Key.of(character).struck()));
        window.askAll(keys);
    }

    private static JsonNode requireOnTop(JsonNode spot) {
        if (spot.has("cover")) {
            throw new ElementClickInterceptedException("Mouse: expected a thing that a person can press, upon it lies "
                    + spot.path("cover").asText() + ": see the page before this step in the report");
        }
        return spot;
    }
}

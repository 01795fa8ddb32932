package org.cacharness.drivers.chromium;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * The mouse and the keys of one browser: a thing is pressed, and typed into, where a person could.
 *
 * <p>WebDriver's own click (WebDriver, 12.5.1) has chromedriver ask a page eleven times, one answer after the other, before the button goes
 * down: more than half of what a click takes. The same is asked here at once, and the pointer moved and pressed by WebDriver's actions (15).
 */
public final class Hands {
    /** What covers the middle of the thing's first box, after it was scrolled into view; nothing where it can be pressed. */
    private static final String COVER = """
            const [thing] = arguments;
            const middle = () => {
                const box = thing.getClientRects()[0];
                return box && [
                    (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2,
                    (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2];
            };
            const onTop = () => middle() && thing.getRootNode().elementFromPoint(...middle());
            const pressable = top => top && thing.contains(top);
            if (!pressable(onTop())) {
                thing.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
                const top = onTop();
                if (!pressable(top)) return top ? top.outerHTML.split('>')[0] + '>' : 'nothing of the page';
            }
            """;

    private static final String PRESSABLE = COVER + "return null;";
    /** Also, whether there is something in the field already; what it is, which may be a password, is not asked. */
    private static final String FIELD = COVER + "return thing.value !== '';";

    private final RemoteWebDriver driver;

    /** Those of this driver's window in front. */
    public Hands(RemoteWebDriver driver) {
        this.driver = driver;
    }

    /**
     * Presses the middle of a thing.
     *
     * @throws ElementClickInterceptedException where something else lies upon it
     */
    public void press(WebElement thing) {
        requireOnTop(driver.executeScript(PRESSABLE, thing));
        PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
        driver.perform(List.of(new Sequence(mouse, 0)
                .addAction(mouse.createPointerMove(Duration.ZERO, PointerInput.Origin.fromElement(thing), 0, 0))
                .addAction(mouse.createPointerDown(PointerInput.MouseButton.LEFT.asArg()))
                .addAction(mouse.createPointerUp(PointerInput.MouseButton.LEFT.asArg()))));
    }

    /**
     * Types into a field, in the place of what was there, key by key.
     *
     * @throws ElementClickInterceptedException where something else lies upon it
     */
    public void type(WebElement field, CharSequence typed) {
        Object holdsText = driver.executeScript(FIELD, field);
        if (Boolean.TRUE.equals(holdsText)) {
            field.clear();
        } else if (!Boolean.FALSE.equals(holdsText)) {
            requireOnTop(holdsText);
        }
        field.sendKeys(typed);
    }

    private static void requireOnTop(@Nullable Object cover) {
        if (cover != null) {
            throw new ElementClickInterceptedException("Mouse: expected a thing that a person can press, upon it lies "
                    + cover + ": see the page before this step in the report");
        }
    }
}

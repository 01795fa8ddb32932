package org.cacharness.drivers.chromium;

import org.cacharness.drivers.Thing;

/**
 * A thing on a page of Chromium.
 *
 * @param window that shows it
 * @param object the element, as DevTools names it
 */
record PageThing(DevToolsWindow window, String object) implements Thing {
    @Override
    public void press() {
        new Hands(window).press(object);
    }

    @Override
    public void type(CharSequence typed) {
        new Hands(window).type(object, typed);
    }

    @Override
    public String text() {
        return window.valueAt(object, "return this.innerText.trim()").asText();
    }

    @Override
    public void forge(String value) {
        window.valueAt(object, "this.value = arguments[0]", value);
    }
}

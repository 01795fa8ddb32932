package org.cacharness.drivers.chromium;

import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.Browser;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A Chromium, whose pages are asked by {@link PageScripts} and handled by {@link Hands}. */
public interface ScriptedBrowser extends Browser {
    /** What its pages are asked; without a state. */
    PageScripts PAGES = new PageScripts();

    /** The driver of the window in front. */
    RemoteWebDriver front();

    @Override
    default WebDriver driver() {
        return front();
    }

    @Override
    default void press(WebElement thing) {
        new Hands(front()).press(thing);
    }

    @Override
    default void type(WebElement field, CharSequence typed) {
        new Hands(front()).type(field, typed);
    }

    @Override
    default Optional<WebElement> visible(List<String> xpaths, String normal) {
        return PAGES.visible(front(), xpaths, normal);
    }

    @Override
    default Optional<WebElement> labelled(String normal) {
        return PAGES.labelled(front(), normal);
    }

    @Override
    default List<String> texts(String xpath) {
        return PAGES.texts(front(), xpath);
    }

    @Override
    default boolean couldNotConnect() {
        return PAGES.isOfTheBrowser(front());
    }
}

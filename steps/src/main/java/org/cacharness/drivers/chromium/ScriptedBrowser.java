package org.cacharness.drivers.chromium;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.Thing;

/** A Chromium, whose pages are asked by {@link PageScripts} and handled by {@link Hands}. */
public interface ScriptedBrowser extends Browser {
    /** The window in front. */
    DevToolsWindow front();

    /** What the page in front is asked. */
    default PageScripts page() {
        return new PageScripts(front());
    }

    @Override
    default void go(URI address) {
        act(() -> front().show(address.toString()));
    }

    @Override
    default void reload() {
        act(() -> front().reload());
    }

    @Override
    default Optional<Thing> visible(List<String> xpaths, String normal) {
        return page().visible(xpaths, normal);
    }

    @Override
    default Optional<Thing> labelled(String normal) {
        return page().labelled(normal);
    }

    @Override
    default Optional<Thing> selected(String css) {
        return page().selected(css);
    }

    @Override
    default List<String> texts(String xpath) {
        return page().texts(xpath);
    }

    @Override
    default URI address() {
        return page().address();
    }

    @Override
    default boolean couldNotConnect() {
        return page().isOfTheBrowser();
    }
}

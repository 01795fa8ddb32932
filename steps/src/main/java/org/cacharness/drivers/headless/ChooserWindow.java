package org.cacharness.drivers.headless;

import org.cacharness.drivers.chromium.DevTools;
import org.openqa.selenium.JavascriptExecutor;

/** The window in which a browser shows the certificate chooser. No page of another window keeps it waiting. */
interface ChooserWindow extends JavascriptExecutor, DevTools {
    /** Goes to a page. */
    void show(String address);

    /** Presses what has this id. */
    void press(String id);
}

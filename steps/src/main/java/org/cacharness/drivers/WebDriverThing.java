package org.cacharness.drivers;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * A thing that is handled by WebDriver.
 *
 * @param driver of its window
 * @param element on the page
 */
record WebDriverThing(WebDriver driver, WebElement element) implements Thing {
    @Override
    public void press() {
        element.click();
    }

    @Override
    public void type(CharSequence typed) {
        element.clear();
        element.sendKeys(typed);
    }

    @Override
    public String text() {
        return element.getText().strip();
    }

    @Override
    public void forge(String value) {
        ((JavascriptExecutor) driver).executeScript("arguments[0].value = arguments[1]", element, value);
    }
}

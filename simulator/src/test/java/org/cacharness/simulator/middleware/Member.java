package org.cacharness.simulator.middleware;

import java.net.URI;
import java.util.List;
import org.htmlunit.WebClient;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** A person at the desktop: presses what is written on the screen, reads what it says. Without scripts and styles. */
final class Member implements AutoCloseable {
    private final HtmlUnitDriver browser = new HtmlUnitDriver(false) {
        @Override
        protected WebClient modifyWebClient(WebClient client) {
            client.getOptions().setCssEnabled(false);
            return client;
        }
    };

    Member(URI desktop) {
        browser.get(desktop.toString());
    }

    Member press(String label) {
        button(label).click();
        return this;
    }

    boolean sees(String label) {
        return !browser.findElements(named(label)).isEmpty();
    }

    String screen() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    String title() {
        return browser.getTitle();
    }

    String window() {
        return browser.findElement(By.id("window-title")).getText();
    }

    boolean seesWindow() {
        return !browser.findElements(By.id("window-title")).isEmpty();
    }

    String dialog() {
        WebElement dialog = browser.findElement(By.cssSelector("[role=dialog][aria-modal=true]"));
        return dialog.findElement(By.id(String.valueOf(dialog.getDomAttribute("aria-describedby"))))
                .getText();
    }

    boolean seesDialog() {
        return !browser.findElements(By.cssSelector("[role=dialog]")).isEmpty();
    }

    String hint() {
        return browser.findElement(By.cssSelector("[role=alert]")).getText();
    }

    boolean seesHint() {
        return !browser.findElements(By.cssSelector("[role=alert]")).isEmpty();
    }

    String role(String label) {
        return String.valueOf(button(label).getDomAttribute("role"));
    }

    List<String> focused() {
        return browser.findElements(By.cssSelector("[autofocus]")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Override
    public void close() {
        browser.quit();
    }

    private WebElement button(String label) {
        return browser.findElement(named(label));
    }

    private static By named(String label) {
        return By.xpath("//button[normalize-space()='" + label + "' or @aria-label='" + label + "']");
    }
}

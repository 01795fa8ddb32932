package org.cacharness.drivers.chromium;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.Refusal;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;

/** A Chromium with all its windows, from its start until the last of them is closed. */
final class ChromiumBrowser implements ScriptedBrowser {
    private static final Patience LOADING = new Patience(Duration.ofSeconds(15));

    private final ChromiumLauncher launcher;
    private final Workstation computer;
    private final ShownPages shown = new ShownPages();
    private final Set<String> cookieValues = new HashSet<>();
    private ChromiumLauncher.Settings settings;
    private @Nullable ChromiumSession session;

    ChromiumBrowser(ChromiumLauncher launcher, Workstation computer) {
        this.launcher = launcher;
        this.computer = computer;
        settings = wanted();
        session = started();
    }

    boolean isOpen() {
        return session != null;
    }

    @Override
    public ChromiumSession.Driver front() {
        if (!wanted().equals(settings)) {
            restart();
        }
        return session().driver();
    }

    /** A command is answered when the page is complete, so that looking once will do. */
    @Override
    public Patience patience() {
        return Patience.none();
    }

    @Override
    public void act(Runnable deed) {
        act(computer.prompts(), deed);
        tellTraffic(NetworkLog.Listener.keepingTls(computer.traffic()));
    }

    private void tellTraffic(NetworkLog.Listener told) {
        session().network().tell(session().driver(), window -> true, told);
    }

    private void act(Prompts person, Runnable deed) {
        driver();
        session().attendant().begin(person);
        try {
            deed.run();
        } catch (WebDriverException failure) {
            if (failure.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            if (!String.valueOf(failure.getMessage()).contains("net::ERR_")) {
                throw failure;
            }
            // Chromium shows a page of its own then
        }
        shown.saw(settled(), session().driver());
        noteCookies();
    }

    /** Somebody goes to a site in a window of its own, and closes the window. */
    void visit(URI site, Prompts visitor) {
        openAnotherWindow();
        act(visitor, () -> session().driver().get(site.toString()));
        // What went to another site than the portal is no evidence
        tellTraffic(answer -> {});
        closeWindow();
    }

    /** The content of a file that the page in front uses, as the browser has it. */
    Optional<String> used(String path) {
        return new PageResources(session().driver()).endingIn(path).stream().findFirst();
    }

    @Override
    public Set<String> cookieValues() {
        return Set.copyOf(cookieValues);
    }

    @Override
    public void openAnotherWindow() {
        WebDriver driver = driver();
        driver.switchTo().newWindow(WindowType.WINDOW);
        watch(session());
    }

    @Override
    public void closeWindow() {
        WebDriver driver = driver();
        driver.close();
        driver.getWindowHandles().stream()
                .findFirst()
                .ifPresent(handle -> driver.switchTo().window(handle));
    }

    @Override
    public List<SavedPage> newPages() {
        return shown.takeNew();
    }

    @Override
    public void close() {
        ChromiumSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    private ChromiumSession session() {
        if (session == null) {
            throw new IllegalStateException(
                    "Browser: expected an open browser, but it was closed: open a new one first");
        }
        return session;
    }

    private ChromiumSession started() {
        ChromiumSession opened = launcher.start(settings, computer.readers(), computer.prompts());
        watch(opened);
        return opened;
    }

    private static void watch(ChromiumSession opened) {
        opened.driver().ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", PageScripts.WATCH));
    }

    private ChromiumLauncher.Settings wanted() {
        return launcher.settings(computer.prompts(), computer.readers());
    }

    /** As {@code chrome://restart}: another process, the same page and the same sessions. */
    private void restart() {
        ChromiumSession.Driver before = session().driver();
        String address = before.getCurrentUrl();
        Object cookies = before.ask("Storage.getCookies", Map.of()).getOrDefault("cookies", List.of());
        close();
        settings = wanted();
        ChromiumSession again = started();
        session = again;
        again.driver().ask("Storage.setCookies", Map.of("cookies", Objects.requireNonNull(cookies)));
        if (address != null && address.startsWith("http")) {
            act(() -> again.driver().get(address));
        }
    }

    /**
     * Waits for the page that the deed has led to. A browser that was just opened may still be at its empty page when it has been sent
     * elsewhere.
     */
    private Map<?, ?> settled() {
        List<Map<?, ?>> page = new ArrayList<>();
        if (!LOADING.until(
                () -> PAGES.complete(session().driver()).map(page::add).orElse(false))) {
            throw new IllegalStateException("Browser: expected a complete page within "
                    + LOADING.limit().toSeconds() + " s, it is still at "
                    + session().driver().getCurrentUrl());
        }
        return page.get(0);
    }

    private void noteCookies() {
        Object cookies = session().driver().ask("Storage.getCookies", Map.of()).get("cookies");
        if (cookies instanceof List<?> all) {
            for (Object cookie : all) {
                if (cookie instanceof Map<?, ?> fields) {
                    cookieValues.add(String.valueOf(fields.get("value")));
                }
            }
        }
    }
}

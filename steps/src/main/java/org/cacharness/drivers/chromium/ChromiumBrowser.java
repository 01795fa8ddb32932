package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.Workstation;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriver;

/** A Chromium with all its windows, from its start until the last of them is closed. */
final class ChromiumBrowser implements ScriptedBrowser {
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
    public DevToolsWindow front() {
        if (!wanted().equals(settings)) {
            restart();
        }
        return session().front();
    }

    @Override
    public WebDriver driver() {
        front();
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
        session().tellNetwork(told);
    }

    private void act(Prompts person, Runnable deed) {
        front();
        session().attendant().begin(person);
        deed.run();
        shown.saw(page().complete(), session().front());
        noteCookies();
    }

    /** Somebody goes to a site in a window of its own, and closes the window. */
    void visit(URI site, Prompts visitor) {
        openAnotherWindow();
        act(visitor, () -> session().front().show(site.toString()));
        // What went to another site than the portal is no evidence
        tellTraffic(answer -> {});
        closeWindow();
    }

    /** The content of a file that the page in front uses, as the browser has it. */
    Optional<String> used(String path) {
        return new PageResources(session().front()).endingIn(path).stream().findFirst();
    }

    @Override
    public Set<String> cookieValues() {
        return Set.copyOf(cookieValues);
    }

    @Override
    public void openAnotherWindow() {
        front();
        session().openWindow();
    }

    @Override
    public void closeWindow() {
        front();
        session().closeWindow();
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
        return launcher.start(settings, computer.readers(), computer.prompts());
    }

    private ChromiumLauncher.Settings wanted() {
        return launcher.settings(computer.prompts(), computer.readers());
    }

    /** As {@code chrome://restart}: another process, the same page and the same sessions. */
    private void restart() {
        String address = new PageScripts(session().front()).address().toString();
        JsonNode cookies = session().cookies();
        close();
        settings = wanted();
        ChromiumSession again = started();
        session = again;
        again.take(cookies);
        if (address.startsWith("http")) {
            act(() -> again.front().show(address));
        }
    }

    private void noteCookies() {
        session()
                .cookies()
                .forEach(cookie -> cookieValues.add(cookie.path("value").asText()));
    }
}

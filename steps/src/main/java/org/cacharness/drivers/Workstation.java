package org.cacharness.drivers;

import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * A member's computer: card readers, the certificates made available to its browsers, the temporary internet files, and the
 * browser that is open on it.
 */
public final class Workstation implements AutoCloseable {
    private final List<CardReader> readers;
    private final BrowserLauncher launcher;
    private final Prompts prompts;
    private final CertificateList certificates;
    private final Traffic traffic = new Traffic();
    private final Set<String> cookieValues = new HashSet<>();
    private final List<SavedPage> pagesOfClosedBrowsers = new ArrayList<>();
    private @Nullable Browser browser;
    private @Nullable URI lastPage;

    /**
     * Sets up a computer on which no browser is open.
     *
     * @param readers the card readers, the one that the member uses first
     * @param launcher starts its browsers
     * @param prompts how the person in front of it answers
     */
    public Workstation(List<CardReader> readers, BrowserLauncher launcher, Prompts prompts) {
        this.readers = List.copyOf(readers);
        this.launcher = launcher;
        this.prompts = prompts;
        this.certificates = new CertificateList(launcher::certificatesPublished);
    }

    /** The reader that the member puts the CAC into. */
    public CardReader reader() {
        return readers.get(0);
    }

    /** A second reader at the same computer. */
    public CardReader secondReader() {
        return readers.get(1);
    }

    /** All readers. */
    public List<CardReader> readers() {
        return readers;
    }

    /** What went between its browsers and the portal. */
    public Traffic traffic() {
        return traffic;
    }

    /** How the person in front of the computer answers what it asks. */
    public Prompts prompts() {
        return prompts;
    }

    /** The certificates that its browsers can offer. */
    public CertificateList certificates() {
        return certificates;
    }

    /** The browsers' cache on disk. */
    public TemporaryInternetFiles temporaryFiles() {
        return launcher.temporaryFiles();
    }

    /** The member, or somebody else, enters the PIN of the card in a reader before the browser asks for it. */
    public void unlock(CardReader reader, Pin pin) {
        launcher.unlock(this, reader, pin);
    }

    /** The browser that is open; opens one if there is none. */
    public Browser browser() {
        Browser open = browser;
        if (open == null) {
            open = launcher.open(this);
            browser = open;
        }
        return open;
    }

    /** The browser that is open, if there is one. */
    public Optional<Browser> openBrowser() {
        return Optional.ofNullable(browser);
    }

    /** The pages that the browsers of this computer showed since it was last asked, those that are closed by now too. */
    public List<SavedPage> newPages() {
        List<SavedPage> pages = new ArrayList<>(pagesOfClosedBrowsers);
        pagesOfClosedBrowsers.clear();
        openBrowser().ifPresent(open -> pages.addAll(open.newPages()));
        return pages;
    }

    /** What was asked, sent and answered at this computer since it was last asked; its pages are not among it. */
    public List<TimelineEvent> newEvents() {
        List<TimelineEvent> events = new ArrayList<>(prompts.newEvents());
        events.addAll(traffic.newEvents());
        readers.forEach(reader -> events.addAll(reader.newEvents()));
        return events;
    }

    /** The values of all cookies that browsers of this computer held, those that are closed by now too. */
    public Set<String> cookieValues() {
        openBrowser().ifPresent(open -> cookieValues.addAll(open.cookieValues()));
        return Set.copyOf(cookieValues);
    }

    /** What the window in front shows. */
    public Screen screen() {
        return new Screen(browser());
    }

    /** Closes every browser, with all windows. The computer remembers the page that was in front. */
    public void closeEveryBrowser() {
        Browser open = browser;
        if (open != null) {
            lastPage = open.address();
            pagesOfClosedBrowsers.addAll(open.newPages());
            cookieValues.addAll(open.cookieValues());
            open.close();
            browser = null;
        }
    }

    /** The page that was in front when the browsers were closed, as the history keeps it. */
    public URI lastPage() {
        if (lastPage == null) {
            throw new IllegalStateException("Last page: expected a browser that was closed before, but none was");
        }
        return lastPage;
    }

    /** The private key of a certificate, if the card that holds it is in a reader now. */
    public Optional<PrivateKey> privateKeyOf(X509Certificate certificate) {
        return privateKeyOf(certificate, prompts);
    }

    /** The same, with somebody else who is asked for the PIN. */
    Optional<PrivateKey> privateKeyOf(X509Certificate certificate, PinEntry asked) {
        return readers.stream()
                .flatMap(reader -> reader.privateKeyOf(certificate, asked).stream())
                .findFirst();
    }

    @Override
    public void close() {
        try {
            openBrowser().ifPresent(Browser::close);
        } finally {
            launcher.close();
            readers.forEach(CardReader::close);
        }
    }
}

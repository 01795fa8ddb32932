package org.cacharness.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

class WorkstationTest {
    private final List<FakeBrowser> started = new ArrayList<>();
    private final Workstation computer =
            new Workstation(List.of(), new FakeLauncher(), new Prompts(certificate -> true));

    @Test
    void cookies_of_browsers_that_were_closed_are_still_known() {
        browser().cookies = Set.of("first");
        computer.closeEveryBrowser();
        browser().cookies = Set.of("second");

        assertThat(computer.cookieValues()).containsExactlyInAnyOrder("first", "second");
        computer.closeEveryBrowser();
        assertThat(computer.cookieValues()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void pages_of_browsers_that_were_closed_are_handed_out_once_and_first() {
        browser().pages.add(page("of the first"));
        computer.closeEveryBrowser();
        browser().pages.add(page("of the second"));

        assertThat(computer.newPages()).extracting(SavedPage::title).containsExactly("of the first", "of the second");
        assertThat(computer.newPages()).isEmpty();
    }

    @Test
    void a_browser_is_opened_when_it_is_first_needed_and_after_all_were_closed() {
        assertThat(computer.openBrowser()).isEmpty();
        computer.browser();
        computer.browser();
        assertThat(started).hasSize(1);

        computer.closeEveryBrowser();
        computer.browser();

        assertThat(started).extracting(browser -> browser.closed).containsExactly(true, false);
    }

    @Test
    void the_last_page_is_the_one_that_was_in_front_when_the_browsers_were_closed() {
        assertThatThrownBy(computer::lastPage).hasMessageContaining("expected a browser that was closed before");
        browser();

        computer.closeEveryBrowser();

        assertThat(computer.lastPage()).isEqualTo(URI.create("about:blank"));
    }

    @Test
    void closing_the_computer_closes_its_browser() {
        browser();

        computer.close();

        assertThat(started).extracting(browser -> browser.closed).containsExactly(true);
    }

    private FakeBrowser browser() {
        return (FakeBrowser) computer.browser();
    }

    private static SavedPage page(String title) {
        return new SavedPage(title, "<title>" + title + "</title>", List.of());
    }

    private final class FakeLauncher implements BrowserLauncher {
        @Override
        public Browser open(Workstation owner) {
            FakeBrowser browser = new FakeBrowser();
            started.add(browser);
            return browser;
        }

        @Override
        public TemporaryInternetFiles temporaryFiles() {
            return new EmbeddedFiles();
        }
    }

    private static final class FakeBrowser implements Browser {
        private final List<SavedPage> pages = new ArrayList<>();
        private final WebDriver driver = new HtmlUnitDriver();
        private Set<String> cookies = Set.of();
        private boolean closed;

        @Override
        public WebDriver driver() {
            return driver;
        }

        @Override
        public Patience patience() {
            return Patience.none();
        }

        @Override
        public void act(Runnable deed) {
            deed.run();
        }

        @Override
        public boolean couldNotConnect() {
            return false;
        }

        @Override
        public Set<String> cookieValues() {
            return cookies;
        }

        @Override
        public void openAnotherWindow() {}

        @Override
        public void closeWindow() {}

        @Override
        public List<SavedPage> newPages() {
            List<SavedPage> fresh = List.copyOf(pages);
            pages.clear();
            return fresh;
        }

        @Override
        public void close() {
            closed = true;
            driver.quit();
        }
    }
}

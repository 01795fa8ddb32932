package org.cacharness.drivers.headless;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.PageScripts;
import org.cacharness.drivers.chromium.ShownPages;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Answers what one browser's bridge asks, as the person in front of the computer does: at the page, and at the CAC software's dialog. */
final class Attendant implements Questions.Answers {
    private static final Patience SHOWN = new Patience(Duration.ofSeconds(20));

    private final CertificateChooser chooser;
    private final Questions questions;
    private final Workstation computer;
    private @Nullable BrowserWindows windows;
    private @Nullable ShownPages shown;

    Attendant(CertificateChooser chooser, Questions questions, Workstation computer) {
        this.chooser = chooser;
        this.questions = questions;
        this.computer = computer;
    }

    /** Where the chooser is shown, and who keeps what it looked like. */
    void serves(BrowserWindows browser, ShownPages pages) {
        windows = browser;
        shown = pages;
    }

    /** Answers whatever is asked until something is done. */
    void attendUntil(CompletableFuture<?> done) throws InterruptedException {
        questions.attendUntil(done, this);
    }

    /** Nobody is there any more. */
    void leave() {
        questions.close();
    }

    @Override
    public Optional<X509Certificate> choose(List<X509Certificate> offered) {
        if (person().isSelectedByRule()) {
            return person().choose(offered);
        }
        try (CertificateChooser.Question question = chooser.open(offered)) {
            return Objects.requireNonNull(windows, "a browser that asks")
                    .dialog(question.address().toString(), page -> chosenAt(page, question));
        }
    }

    private Optional<X509Certificate> chosenAt(HeadlessProcess.Driver page, CertificateChooser.Question question) {
        press(page, question);
        if (!SHOWN.until(question::isAnswered)) {
            throw new IllegalStateException("Certificate chooser: expected that what was pressed arrives within "
                    + SHOWN.limit().toSeconds() + " s");
        }
        return question.chosen();
    }

    /** The person is offered what the page shows. */
    private void press(HeadlessProcess.Driver page, CertificateChooser.Question question) {
        SHOWN.until(() -> !page.findElements(By.id("cancel")).isEmpty());
        ShownPages seen = Objects.requireNonNull(shown, "a browser that asks");
        new PageScripts().complete(page).ifPresent(chooserPage -> seen.saw(chooserPage, page));
        List<X509Certificate> rows = page.findElements(By.name("certificate")).stream()
                .map(row -> question.at(Integer.parseInt(String.valueOf(row.getDomAttribute("value")))))
                .toList();
        Optional<X509Certificate> choice = person().choose(rows);
        choice.map(rows::indexOf)
                .map(row -> page.findElement(By.id("certificate-" + row)))
                .filter(row -> !row.isSelected())
                .ifPresent(WebElement::click);
        page.findElement(By.id(choice.isPresent() ? "ok" : "cancel")).click();
    }

    @Override
    public Optional<Pin> ask(PkiInstance key, PinState state) {
        return person().ask(key, state);
    }

    @Override
    public void answered(PinOutcome outcome) {
        person().answered(outcome);
    }

    private Prompts person() {
        return computer.prompts();
    }
}

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

/** Answers what one browser's bridge asks, as the person in front of the computer does: at the page, and at the CAC software's dialog. */
final class Attendant implements Questions.Answers {
    private static final Patience SHOWN = new Patience(Duration.ofSeconds(20));
    private static final String ROWS = "return Array.from(document.getElementsByName('certificate'), row => row.value)";

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
            ChooserWindow page =
                    Objects.requireNonNull(windows, "a browser that asks").chooser();
            page.show(question.address().toString());
            return chosenAt(page, question);
        }
    }

    private Optional<X509Certificate> chosenAt(ChooserWindow page, CertificateChooser.Question question) {
        press(page, question);
        if (!SHOWN.until(question::isAnswered)) {
            throw new IllegalStateException("Certificate chooser: expected that what was pressed arrives within "
                    + SHOWN.limit().toSeconds() + " s");
        }
        return question.chosen();
    }

    /** The person is offered what the page shows. */
    private void press(ChooserWindow page, CertificateChooser.Question question) {
        PageScripts scripts = new PageScripts();
        ShownPages seen = Objects.requireNonNull(shown, "a browser that asks");
        SHOWN.until(() -> scripts.complete(page)
                .map(chooserPage -> {
                    seen.saw(chooserPage, page);
                    return true;
                })
                .orElse(false));
        List<X509Certificate> rows = rows(page).stream().map(question::at).toList();
        Optional<X509Certificate> choice = person().choose(rows);
        // The first is selected when the page opens, as in a browser's own chooser
        choice.map(rows::indexOf).filter(row -> row > 0).ifPresent(row -> page.press("certificate-" + row));
        page.press(choice.isPresent() ? "ok" : "cancel");
    }

    private static List<Integer> rows(ChooserWindow page) {
        return page.executeScript(ROWS) instanceof List<?> all
                ? all.stream().map(row -> Integer.parseInt(String.valueOf(row))).toList()
                : List.of();
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

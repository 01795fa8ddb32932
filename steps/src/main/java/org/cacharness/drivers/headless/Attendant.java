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
import org.cacharness.drivers.chromium.DevToolsWindow;
import org.cacharness.drivers.chromium.PageScripts;
import org.cacharness.drivers.chromium.ShownPages;
import org.cacharness.drivers.chromium.Waiting;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;
import org.jspecify.annotations.Nullable;

/** Answers what one browser's bridge asks, as the person in front of the computer does: at the page, and at the CAC software's dialog. */
final class Attendant implements Questions.Answers, Waiting {
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

    /** Answers whatever is asked meanwhile. */
    @Override
    public void until(CompletableFuture<?> done) throws InterruptedException {
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
            DevToolsWindow page =
                    Objects.requireNonNull(windows, "a browser that asks").chooser();
            String wrong = page.show(question.address().toString());
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(
                        "Certificate chooser: expected the browser to show " + question.address() + ", got " + wrong);
            }
            return chosenAt(page, question);
        }
    }

    private Optional<X509Certificate> chosenAt(DevToolsWindow page, CertificateChooser.Question question) {
        press(page, question);
        if (!SHOWN.until(question::isAnswered)) {
            throw new IllegalStateException("Certificate chooser: expected that what was pressed arrives within "
                    + SHOWN.limit().toSeconds() + " s");
        }
        return question.chosen();
    }

    /** The person is offered what the page shows. */
    private void press(DevToolsWindow page, CertificateChooser.Question question) {
        PageScripts scripts = new PageScripts(page);
        Objects.requireNonNull(shown, "a browser that asks").saw(scripts.complete(), page);
        List<X509Certificate> rows = scripts.choices("certificate").stream()
                .map(row -> question.at(Integer.parseInt(row)))
                .toList();
        Optional<X509Certificate> choice = person().choose(rows);
        // The first is selected when the page opens, as in a browser's own chooser
        choice.map(rows::indexOf).filter(row -> row > 0).ifPresent(row -> press(scripts, "certificate-" + row));
        press(scripts, choice.isPresent() ? "ok" : "cancel");
    }

    private static void press(PageScripts page, String id) {
        page.selected("#" + id).orElseThrow().press();
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

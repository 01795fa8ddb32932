package org.cacharness.drivers.headless;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Answers what one browser's bridge asks, as the person in front of the computer does: at the page, and at the CAC software's dialog. */
final class Attendant {
    private static final Patience SHOWN = new Patience(Duration.ofSeconds(10));

    private final CertificateChooser chooser;
    private final Questions questions;
    private final Workstation computer;

    Attendant(CertificateChooser chooser, Questions questions, Workstation computer) {
        this.chooser = chooser;
        this.questions = questions;
        this.computer = computer;
    }

    /** Answers a question, if there is one. */
    boolean look(BrowserWindows windows, Runnable shown) {
        return questions.attend(new Questions.Answers() {
            @Override
            public Optional<X509Certificate> choose(List<X509Certificate> offered) {
                return person().isSelectedByRule() ? person().choose(offered) : chosenAt(windows, offered, shown);
            }

            @Override
            public Optional<Pin> ask(PkiInstance key, PinState state) {
                return person().ask(key, state);
            }

            @Override
            public void answered(PinOutcome outcome) {
                person().answered(outcome);
            }
        });
    }

    /** Nobody looks any more. */
    void leave() {
        questions.close();
    }

    private Optional<X509Certificate> chosenAt(BrowserWindows windows, List<X509Certificate> offered, Runnable shown) {
        try (CertificateChooser.Question question = chooser.open(offered)) {
            windows.open(question.address().toString());
            try {
                press(windows.front(), question);
                shown.run();
                SHOWN.until(question::isAnswered);
                if (!question.isAnswered()) {
                    throw new IllegalStateException("Certificate chooser: expected that its answer comes within "
                            + SHOWN.limit().toSeconds() + " s");
                }
                return question.chosen();
            } finally {
                windows.closeFront();
            }
        }
    }

    /** The person is offered what the page shows. */
    private void press(WebDriver page, CertificateChooser.Question question) {
        SHOWN.until(() -> !page.findElements(By.id("cancel")).isEmpty());
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

    private Prompts person() {
        return computer.prompts();
    }
}

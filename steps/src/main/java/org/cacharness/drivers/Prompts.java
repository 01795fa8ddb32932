package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;

/**
 * How the person in front of a computer answers what the browser and the CAC software ask, and what was asked.
 *
 * <p>One person sits there, so the prompts come one after the other; the class is not meant for two threads.
 */
public final class Prompts implements CertificatePrompt, PinEntry {
    private static final String SILENT_DIALOG = "\"Unlock Security Device\". Read on the card, not in the dialog: ";

    private final Set<Ask> asked = EnumSet.noneOf(Ask.class);
    private Predicate<X509Certificate> choice;
    private boolean browserSelectsItself;
    private Supplier<Optional<Pin>> pin = Optional::empty;
    private List<X509Certificate> offered = List.of();
    private final List<String> lines = new ArrayList<>();
    private Runnable whilePinIsAsked = () -> {};
    private final EventLog events = new EventLog();
    private String pinDialog = "";
    private boolean dialogIsSilent;

    /**
     * A person who chooses the certificate with the own name, and has no PIN to enter yet.
     *
     * @param ownCertificate recognises the person's name in a certificate
     */
    public Prompts(Predicate<X509Certificate> ownCertificate) {
        this.choice = ownCertificate;
    }

    /** From now on the person chooses the first certificate that fits, or none. */
    public void willChoose(Predicate<X509Certificate> certificate) {
        this.choice = certificate;
    }

    /** From now on the browser selects the certificate by a rule, and does not ask. */
    public void browserSelectsItself() {
        this.browserSelectsItself = true;
    }

    /** Whether the browser selects the certificate by a rule. */
    public boolean isSelectedByRule() {
        return browserSelectsItself;
    }

    /** The one of these certificates that the person would choose. */
    public Optional<X509Certificate> preferred(List<X509Certificate> certificates) {
        return certificates.stream().filter(choice).findFirst();
    }

    /** This computer's PIN dialog says nothing of the tries left: what is told of them is read on the card. */
    public void dialogIsSilent() {
        this.dialogIsSilent = true;
    }

    /** From now on the person enters this PIN, or closes the dialog where it is nothing. */
    public void willEnter(Supplier<Optional<Pin>> entered) {
        this.pin = entered;
    }

    /** From now on this happens whenever the PIN dialog is open, before a PIN is entered. */
    public void whilePinIsAsked(Runnable event) {
        this.whilePinIsAsked = event;
    }

    @Override
    public Optional<X509Certificate> choose(List<X509Certificate> certificates) {
        offered = List.copyOf(certificates);
        Optional<X509Certificate> chosen = preferred(certificates);
        String outcome = chosen.map(CertificateNames::described).orElse("none");
        if (browserSelectsItself) {
            say("The browser selects a certificate by its rule: " + outcome);
        } else {
            asked.add(Ask.CERTIFICATE);
            certificates.forEach(
                    certificate -> say("Certificate chooser offers: " + CertificateNames.described(certificate)));
            say("Chosen: " + outcome);
        }
        return chosen;
    }

    /** The PIN dialog of the CAC software opens, and the person answers it. */
    @Override
    public Optional<Pin> ask(PkiInstance key, PinState state) {
        asked.add(Ask.PIN);
        String left = state instanceof PinState.TriesLeft known ? tries(known.count()) : "";
        show(("Enter your PIN. " + left).strip(), left);
        whilePinIsAsked.run();
        Optional<Pin> entered = pin.get();
        say(entered.isPresent() ? "A PIN is entered." : "The dialog is closed without a PIN.");
        return entered;
    }

    @Override
    public void answered(PinOutcome outcome) {
        if (outcome instanceof PinOutcome.Accepted) {
            say("The card accepts the PIN.");
        } else if (outcome instanceof PinOutcome.Refused refused) {
            String left = tries(refused.triesLeft());
            show("The PIN is wrong. " + left, left);
        } else if (outcome instanceof PinOutcome.Blocked) {
            show("The PIN is blocked. Take the CAC to an issuing office.", "the PIN is blocked.");
        }
    }

    private void show(String words, String onCard) {
        pinDialog = dialogIsSilent ? SILENT_DIALOG + onCard : words;
        say("PIN dialog: " + pinDialog);
    }

    private static String tries(int count) {
        return count == 1 ? "1 try left." : count + " tries left.";
    }

    /** What was asked and answered since this was last asked, line by line; never the answer to a question for a secret. */
    public List<String> newLines() {
        List<String> fresh = List.copyOf(lines);
        lines.clear();
        return fresh;
    }

    /** The same with its instants. */
    public List<TimelineEvent> newEvents() {
        return events.takeNew();
    }

    private void say(String line) {
        lines.add(line);
        events.add(TimelineEvent.now(Layer.DIALOG, line));
    }

    /** The harness asks the person for something that only a person can do, or sees it done. */
    public void noted(String line) {
        say(line);
    }

    /** The page asks for the portal password. */
    public void portalPasswordAsked() {
        asked.add(Ask.PASSWORD);
        say("The portal asks for the password.");
    }

    /** What was asked so far. */
    public Set<Ask> asked() {
        return Set.copyOf(asked);
    }

    /** The certificates that the chooser offered last. */
    public List<X509Certificate> offered() {
        return offered;
    }

    /** What the PIN dialog said last, or an empty text. */
    public String pinDialog() {
        return pinDialog;
    }
}

package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import org.cacharness.description.Term;

/** The registration page and what follows it, up to the confirmation. */
public final class Registration {
    private final Workstation computer;
    private final PortalScreen screen;

    /** The page, seen from a computer. */
    public Registration(Workstation computer, Portal portal) {
        this.computer = computer;
        this.screen = new PortalScreen(computer, portal);
    }

    /** Whether the registration page is in front, in either form. */
    public boolean isOpen() {
        return computer.openBrowser().isPresent() && (showsRegisteredInformation() || saysNotRegistered());
    }

    /** Whether the screen shows Current Registered Information. */
    public boolean showsRegisteredInformation() {
        return screen.shows(Term.REGISTERED);
    }

    /** Whether the screen says that nothing is registered. */
    public boolean saysNotRegistered() {
        return screen.shows(Term.NOT_REGISTERED);
    }

    /** Presses Clear Registered Information. */
    public void clear() {
        screen.press(Term.CLEAR);
    }

    /** Whether Register is offered. */
    public boolean canRegister() {
        return screen.offers(Term.REGISTER);
    }

    /** Steps 5 to 7: clears where something is registered, presses Register, and enters the password where it is asked. */
    public void register(Password password) {
        if (screen.offers(Term.CLEAR)) {
            clear();
        }
        screen.press(Term.REGISTER);
        if (screen.asksFor(Term.REGISTRATION_PASSWORD)) {
            computer.prompts().portalPasswordAsked();
            screen.fill(Term.REGISTRATION_PASSWORD, password);
            screen.press(Term.CONTINUE);
        }
    }

    /** Whether the confirmation is in front. */
    public boolean isConfirmed() {
        return screen.shows(Term.CONFIRMATION);
    }

    /** Why the portal did not register the CAC, if it said so. */
    public Optional<RegistrationRefusal> refusal() {
        return RegistrationRefusal.saidBy(screen);
    }

    /** Whether the page tells which certificate to choose instead. */
    public boolean tellsWhichCertificateToChoose() {
        return screen.shows(Term.WHICH_CERTIFICATE);
    }

    /** Whether the page names the certificate, by its serial number in hexadecimal, with or without colons. */
    public boolean names(X509Certificate certificate) {
        String serial = certificate.getSerialNumber().toString(16);
        return computer.screen()
                .text()
                .toLowerCase(Locale.ROOT)
                .replace(":", "")
                .contains(serial);
    }
}

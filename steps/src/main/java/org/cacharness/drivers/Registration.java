package org.cacharness.drivers;

import java.util.Optional;

/** The registration page and what follows it, up to the confirmation. */
public final class Registration {
    private static final String CURRENT = "Current Registered Information";
    private static final String NONE = "You are not currently registered";
    private static final String CLEAR = "Clear Registered Information";

    private final Workstation computer;

    /** The page, seen from a computer. */
    public Registration(Workstation computer) {
        this.computer = computer;
    }

    /** Whether the registration page is in front, in either form. */
    public boolean isOpen() {
        return computer.openBrowser().isPresent() && (showsRegisteredInformation() || saysNotRegistered());
    }

    /** Whether the screen shows Current Registered Information. */
    public boolean showsRegisteredInformation() {
        return screen().isHeaded(CURRENT);
    }

    /** Whether the screen says that nothing is registered. */
    public boolean saysNotRegistered() {
        return screen().isHeaded(NONE);
    }

    /** Presses Clear Registered Information. */
    public void clear() {
        screen().press(CLEAR);
    }

    /** Whether Register is offered. */
    public boolean canRegister() {
        return screen().offers("Register");
    }

    /** Steps 5 to 7: clears where something is registered, presses Register, and enters the password where it is asked. */
    public void register(Password password) {
        if (screen().offers(CLEAR)) {
            clear();
        }
        screen().press("Register");
        if (screen().asksFor("Password")) {
            computer.prompts().portalPasswordAsked();
            screen().fill("Password", password);
            screen().press("Continue");
        }
    }

    /** Whether the confirmation is in front. */
    public boolean isConfirmed() {
        return screen().isHeaded("You have registered your CAC");
    }

    /** Why the portal did not register the CAC, if it said so. */
    public Optional<RegistrationRefusal> refusal() {
        return RegistrationRefusal.saidBy(screen());
    }

    private Screen screen() {
        return computer.screen();
    }
}

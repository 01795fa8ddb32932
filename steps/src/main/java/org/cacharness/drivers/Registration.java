package org.cacharness.drivers;

/** The registration page and what follows it, up to the confirmation. */
public final class Registration {
    private final Workstation computer;

    /** The page, seen from a computer. */
    public Registration(Workstation computer) {
        this.computer = computer;
    }

    /** Whether the registration page is in front. */
    public boolean isOpen() {
        return computer.openBrowser().isPresent() && screen().heading().equals("CAC-Cert Registration");
    }

    /** Whether the screen shows Current Registered Information. */
    public boolean showsRegisteredInformation() {
        return screen().says("Current Registered Information");
    }

    /** Whether the screen says that nothing is registered. */
    public boolean saysNotRegistered() {
        return screen().says("You are not currently registered");
    }

    /** Presses Clear Registered Information. */
    public void clear() {
        screen().press("Clear Registered Information");
    }

    /** Steps 5 to 7: clears where something is registered, presses Register, and enters the password where it is asked. */
    public void register(Password password) {
        if (screen().offers("Clear Registered Information")) {
            clear();
        }
        pressRegister();
        if (screen().asksFor("Password")) {
            computer.prompts().portalPasswordAsked();
            screen().fill("Password", password);
            screen().press("Continue");
        }
    }

    /** Presses Register; the browser and the CAC software may ask for the certificate and the PIN. */
    public void pressRegister() {
        screen().press("Register");
    }

    /** Whether the confirmation is in front. */
    public boolean isConfirmed() {
        return screen().isHeaded("You have registered your CAC");
    }

    private Screen screen() {
        return computer.screen();
    }
}

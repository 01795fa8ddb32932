package org.cacharness.drivers;

/** The account's pages behind the login. */
public final class AccountPages {
    private final Workstation computer;
    private final Portal portal;

    /** The account, seen from a computer. */
    public AccountPages(Workstation computer, Portal portal) {
        this.computer = computer;
        this.portal = portal;
    }

    /** Whether the account home is in front. */
    public boolean isHome() {
        return screen().isHeaded("My Account Home");
    }

    /** Goes to the account home by its address. */
    public void goHome() {
        computer.browser().go(portal.address().resolve("account"));
    }

    /** My Account › Login Options › CAC-Cert Registration. */
    public void goToRegistration() {
        openLoginOptions();
        screen().press("CAC-Cert Registration");
    }

    /** Goes to the registration page by its address. */
    public void goToRegistrationDirectly() {
        computer.browser().go(portal.address().resolve("registration"));
    }

    /** Changes the password for 150 days; where the page does not offer that, the form is made to ask for it all the same. */
    public void changePasswordFor150Days(Password next) {
        openLoginOptions();
        screen().press("Change Password");
        screen().fill("New password", next);
        screen().fill("Repeat new password", next);
        if (screen().asksFor("150 days")) {
            screen().choose("150 days");
        } else {
            screen().forge("60 days", "150");
        }
        screen().pressButton("Change Password");
    }

    /** Whether the portal says that the password is good for 150 days. */
    public boolean saysValidFor150Days() {
        return screen().isHeaded("Your password has been changed") && screen().says("valid for 150 days");
    }

    /** Whether the portal says that a CAC Login is needed to set a password for 150 days. */
    public boolean saysCacLoginNeeded() {
        return screen().isHeaded("A CAC Login is needed");
    }

    private void openLoginOptions() {
        screen().press("My Account");
        screen().press("Login Options");
    }

    private Screen screen() {
        return computer.screen();
    }
}

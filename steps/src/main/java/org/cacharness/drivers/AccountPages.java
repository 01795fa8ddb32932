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
        return screen().isHeaded("Account Home");
    }

    /** Goes to the account home by its address. */
    public void goHome() {
        computer.browser().go(portal.address().resolve("account"));
    }

    /** My Account › Login Options › CAC-Cert Registration. */
    public void goToRegistration() {
        screen().press("My Account");
        screen().press("Login Options");
        screen().press("CAC-Cert Registration");
    }

    /** Goes to the registration page by its address. */
    public void goToRegistrationDirectly() {
        computer.browser().go(portal.address().resolve("account/cac-cert-registration"));
    }

    /** Changes the password for 150 days. */
    public void changePasswordFor150Days(Password now, Password next) {
        screen().press("My Account");
        screen().press("Login Options");
        screen().press("Change Password");
        screen().fill("Current password", now);
        screen().fill("New password", next);
        screen().press("Change Password for 150 Days");
    }

    private Screen screen() {
        return computer.screen();
    }
}

package org.cacharness.drivers;

import org.cacharness.description.Term;

/** The account's pages behind the login. */
public final class AccountPages {
    private final Workstation computer;
    private final Portal portal;
    private final PortalScreen screen;

    /** The account, seen from a computer. */
    public AccountPages(Workstation computer, Portal portal) {
        this.computer = computer;
        this.portal = portal;
        this.screen = new PortalScreen(computer, portal);
    }

    /** Whether the account home is in front. */
    public boolean isHome() {
        return screen.shows(Term.ACCOUNT_HOME);
    }

    /** Goes to the account home by its address. */
    public void goHome() {
        go(Term.ACCOUNT_ADDRESS);
    }

    /**
     * Whether the account home says how the member logged in.
     *
     * @param means password or CAC
     */
    public boolean saysLoggedInWith(String means) {
        return screen.shows(
                switch (means) {
                    case "password" -> Term.BY_PASSWORD;
                    case "CAC" -> Term.BY_CAC;
                    default ->
                        throw new IllegalArgumentException(
                                "Logged in: expected with password or CAC, got " + means + ": correct the scenario");
                });
    }

    /** My Account › Login Options › CAC-Cert Registration. */
    public void goToRegistration() {
        screen.press(Term.TO_REGISTRATION);
    }

    /** Goes to the registration page by its address. */
    public void goToRegistrationDirectly() {
        go(Term.REGISTRATION_ADDRESS);
    }

    /** Changes the password for 150 days; where the page does not offer that, the form is made to ask for it all the same. */
    public void changePasswordFor150Days(Password next) {
        screen.press(Term.TO_CHANGE_PASSWORD);
        screen.fill(Term.NEW_PASSWORD, next);
        screen.fill(Term.REPEATED_PASSWORD, next);
        if (screen.asksFor(Term.FOR_150_DAYS)) {
            screen.choose(Term.FOR_150_DAYS);
        } else {
            screen.forge(Term.FOR_LESS_DAYS, "150");
        }
        screen.press(Term.CHANGE_PASSWORD);
    }

    /** Whether the portal says that the password is good for 150 days. */
    public boolean saysValidFor150Days() {
        return screen.shows(Term.PASSWORD_CHANGED) && screen.shows(Term.VALID_150_DAYS);
    }

    /** Whether the portal says that a CAC Login is needed to set a password for 150 days. */
    public boolean saysCacLoginNeeded() {
        return screen.shows(Term.CAC_LOGIN_NEEDED);
    }

    private void go(Term address) {
        computer.browser().go(portal.address().resolve(portal.description().address(address)));
    }
}

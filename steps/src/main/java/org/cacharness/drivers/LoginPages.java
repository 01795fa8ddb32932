package org.cacharness.drivers;

import java.util.Optional;
import org.cacharness.description.Term;

/** Getting into the portal, and out of it. */
public final class LoginPages {
    private final Workstation computer;
    private final Portal portal;
    private final PortalScreen screen;

    /** The portal's front door, seen from a computer. */
    public LoginPages(Workstation computer, Portal portal) {
        this.computer = computer;
        this.portal = portal;
        this.screen = new PortalScreen(computer, portal);
    }

    /** Types the portal's address. */
    public void typeAddress() {
        computer.browser().go(portal.address());
    }

    /** Types the address, and logs in with username and password. */
    public void logIn(Member member, Password password) {
        typeAddress();
        logInHere(member, password);
    }

    /** Logs in with username and password from the entry page in front, as far as the portal lets the member. */
    public void logInHere(Member member, Password password) {
        screen.press(Term.TO_LOG_IN);
        if (!screen.showsIfKnown(Term.FORBIDDEN)) {
            screen.fill(Term.USERNAME, member.username());
            screen.fill(Term.PASSWORD, password);
            screen.press(Term.LOG_IN);
        }
    }

    /** Types the address, and presses the CAC Login button. */
    public void cacLogin() {
        typeAddress();
        screen.press(Term.CAC_LOGIN);
    }

    /** Logs out. */
    public void logOut() {
        screen.press(Term.LOG_OUT);
    }

    /** Whether the page in front asks for username and password. */
    public boolean isAskedFor() {
        return screen.asksFor(Term.USERNAME) && screen.asksFor(Term.PASSWORD);
    }

    /** Asks for a new password at Reset Password, by way of the login page. */
    public void resetPassword(Member account, String dodIdNumber) {
        typeAddress();
        screen.press(Term.TO_LOG_IN);
        screen.press(Term.TO_RESET);
        screen.fill(Term.RESET_USERNAME, account.username());
        screen.fill(Term.DOD_ID_NUMBER, dodIdNumber);
        screen.press(Term.RESET);
    }

    /** Whether the page in front leads to Reset Password. */
    public boolean offersReset() {
        return screen.offers(Term.TO_RESET);
    }

    /** The new password that Reset Password shows, or nothing where none was issued. */
    public Optional<Password> issuedPassword() {
        return screen.showsIfKnown(Term.PASSWORD_ISSUED)
                ? screen.value(Term.ISSUED_PASSWORD).map(shown -> new Password(shown.toCharArray()))
                : Optional.empty();
    }

    /** Why the portal did not let the member in, if it said so. */
    public Optional<LoginRefusal> refusal() {
        return LoginRefusal.saidBy(screen);
    }
}

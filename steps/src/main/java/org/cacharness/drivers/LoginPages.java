package org.cacharness.drivers;

import java.util.Optional;

/** Getting into the portal, and out of it. */
public final class LoginPages {
    private static final String TO_LOGIN = "Log in with username and password";

    private final Workstation computer;
    private final Portal portal;

    /** The portal's front door, seen from a computer. */
    public LoginPages(Workstation computer, Portal portal) {
        this.computer = computer;
        this.portal = portal;
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
        screen().press(TO_LOGIN);
        if (!screen().isHeaded(ForbiddenPage.HEADING)) {
            screen().fill("Username", member.username());
            screen().fill("Password", password);
            screen().press("Log In");
        }
    }

    /** Types the address, and presses the CAC Login button. */
    public void cacLogin() {
        typeAddress();
        screen().press("CAC Login");
    }

    /** Logs out. */
    public void logOut() {
        screen().press("Log Out");
    }

    /** Whether the page in front asks for username and password. */
    public boolean isAskedFor() {
        return screen().asksFor("Username") && screen().asksFor("Password");
    }

    /** Asks for a new password at Reset Password, by way of the login page. */
    public void resetPassword(Member account, String dodIdNumber) {
        typeAddress();
        screen().press(TO_LOGIN);
        screen().press("Reset Password");
        screen().fill("Username", account.username());
        screen().fill("DoD ID number", dodIdNumber);
        screen().press("Reset Password");
    }

    /** The new password that Reset Password shows, or nothing where none was issued. */
    public Optional<Password> issuedPassword() {
        return screen().isHeaded("Your new password")
                ? screen().value("new-password").map(shown -> new Password(shown.toCharArray()))
                : Optional.empty();
    }

    /** Why the portal did not let the member in, if it said so. */
    public Optional<LoginRefusal> refusal() {
        return LoginRefusal.saidBy(screen());
    }

    private Screen screen() {
        return computer.screen();
    }
}

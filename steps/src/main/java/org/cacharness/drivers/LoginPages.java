package org.cacharness.drivers;

/** Getting into the portal, and out of it. */
public final class LoginPages {
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

    /** Logs in with username and password from the page in front. */
    public void logInHere(Member member, Password password) {
        Screen screen = computer.screen();
        screen.fill("Username", member.username());
        screen.fill("Password", password);
        screen.press("Log In");
    }

    /** Types the address, and presses the CAC Login button. */
    public void cacLogin() {
        typeAddress();
        computer.screen().press("CAC Login");
    }

    /** Logs out. */
    public void logOut() {
        computer.screen().press("Log Out");
    }

    /** Asks for a new password at Reset Password. */
    public void resetPassword(Member account, String dodIdNumber) {
        typeAddress();
        Screen screen = computer.screen();
        screen.press("Reset Password");
        screen.fill("Username", account.username());
        screen.fill("DoD ID number", dodIdNumber);
        screen.press("Issue New Password");
    }

    /** The new password that the page shows, to be copied by the member, or nothing where none was issued. */
    public java.util.Optional<Password> issuedPassword() {
        return computer.screen().value("issued-password").map(shown -> new Password(shown.toCharArray()));
    }
}

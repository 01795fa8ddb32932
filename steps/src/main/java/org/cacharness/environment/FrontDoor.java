package org.cacharness.environment;

import java.util.List;
import java.util.function.Function;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.HtmlUnitLauncher;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.Registration;
import org.cacharness.drivers.TrafficListener;
import org.cacharness.drivers.Workstation;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;

/** Looks at an account of a live portal as its member does, from a browser of its own that has no card. */
final class FrontDoor {
    private final LivePortal live;
    private final Secrets secrets;
    private final TrafficListener listener;

    FrontDoor(LivePortal live, Secrets secrets, TrafficListener listener) {
        this.live = live;
        this.secrets = secrets;
        this.listener = listener;
    }

    /** Logs in by password, does something at the registration page, and logs out. */
    <T> T atRegistration(Member member, Function<Registration, T> deed) {
        live.requireNotRefused(member);
        Portal portal = live.portal();
        Prompts nobody = new Prompts(certificate -> false);
        try (Workstation computer = new Workstation(List.of(), new HtmlUnitLauncher(live.trusted()), nobody)) {
            computer.traffic().tell(listener);
            try {
                LoginPages login = new LoginPages(computer, portal);
                logIn(member, login, computer, portal);
                new AccountPages(computer, portal).goToRegistration();
                T seen = deed.apply(new Registration(computer, portal));
                login.logOut();
                return seen;
            } finally {
                computer.cookieValues()
                        .forEach(value -> secrets.register(SecretKind.SESSION_COOKIE, value.toCharArray()));
            }
        }
    }

    private void logIn(Member member, LoginPages login, Workstation computer, Portal portal) {
        login.logIn(member, live.accounts().password(member.name()));
        if (!new AccountPages(computer, portal).isHome()) {
            live.loginWasRefused(member);
            throw new IllegalStateException("Log in to the account of " + member.name() + " at " + portal.address()
                    + ": expected \"my account home\" as "
                    + portal.description().file() + " describes it, got page \""
                    + computer.screen().heading() + "\" (" + computer.screen().path()
                    + "): check the accounts file and the description");
        }
    }
}

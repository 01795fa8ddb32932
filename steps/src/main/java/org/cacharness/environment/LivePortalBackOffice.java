package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.Registration;

/** What can be seen and arranged at a live portal: what its front door shows, and nothing else. */
final class LivePortalBackOffice implements PortalBackOffice {
    private final LivePortal live;
    private final FrontDoor door;

    LivePortalBackOffice(LivePortal live, FrontDoor door) {
        this.live = live;
        this.door = door;
    }

    @Override
    public Optional<String> registered(Member member) {
        boolean something = door.atRegistration(member, Registration::showsRegisteredInformation);
        return something ? Optional.of("a certificate") : Optional.empty();
    }

    @Override
    public boolean holds(Member member, X509Certificate certificate) {
        return door.atRegistration(member, page -> page.showsRegisteredInformation() && page.names(certificate));
    }

    @Override
    public void clear(Member member) {
        boolean cleared = door.atRegistration(member, page -> {
            if (page.showsRegisteredInformation()) {
                page.clear();
            }
            return page.saysNotRegistered();
        });
        if (!cleared) {
            throw new IllegalStateException("Clear the registered information of " + member.name() + ": expected \""
                    + "You are not currently registered\" as "
                    + live.portal().description().file()
                    + " describes it, got another page: clear it by hand, and check the description");
        }
    }

    @Override
    public Password password(Member member) {
        return live.accounts().password(member.name());
    }

    @Override
    public OptionalInt sessions(Member member) {
        return OptionalInt.empty();
    }

    @Override
    public void register(Member member, X509Certificate certificate) {
        throw refusal("register a certificate from behind");
    }

    @Override
    public void issueAnotherPassword(Member member) {
        throw refusal("issue a password");
    }

    @Override
    public Password newPassword() {
        throw refusal("invent a password");
    }

    /** Whether it is asked was looked at before the scenario began. */
    @Override
    public void askForPassword(boolean asked) {
        live.portal()
                .description()
                .asksForPassword()
                .filter(asks -> asks == asked)
                .orElseThrow(() -> refusal("choose whether the password is asked for"));
    }

    @Override
    public void corruptNextFile() {
        throw refusal("damage a file");
    }

    @Override
    public byte[] cacheableFile() {
        throw refusal("know a file");
    }

    @Override
    public String cacheableFilePath() {
        throw refusal("know a file");
    }

    @Override
    public void pass(Duration time) {
        throw refusal("move the clock");
    }

    private static IllegalStateException refusal(String deed) {
        return new IllegalStateException("Back office: expected a mocked portal, to " + deed
                + ", this one is live: tell so with @Needs at the step's definition");
    }
}

package org.cacharness.steps;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.FaultName;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.Registration;
import org.cacharness.drivers.Screen;
import org.cacharness.drivers.TestBed;
import org.cacharness.drivers.Workstation;
import org.jspecify.annotations.Nullable;

/** A person of the scenario: member of the portal, holder of a CAC, in front of a computer. */
public final class Person {
    private final TestBed bed;
    private final Member member;
    private final Workstation computer;
    private final Map<CacIssue, CacInHand> cards = new EnumMap<>(CacIssue.class);
    private CacIssue inUse = CacIssue.CURRENT;
    private @Nullable Password newPassword;
    private @Nullable Password olderPassword;
    private Optional<String> registeredBefore = Optional.empty();

    Person(TestBed bed, Member member) {
        this.bed = bed;
        this.member = member;
        this.computer = bed.workstation(member);
        computer.prompts().willEnter(() -> Optional.of(cac().pin()));
    }

    Member member() {
        return member;
    }

    Workstation computer() {
        return computer;
    }

    Screen screen() {
        return computer.screen();
    }

    /** The card that the person uses in this scenario. */
    CacInHand cac() {
        return cac(inUse);
    }

    CacInHand cac(CacIssue issue) {
        return cards.computeIfAbsent(issue, unissued -> bed.cac(member, unissued));
    }

    /** A fault befalls the person's card, or what is around it; before the card is first used. */
    void suffers(FaultName fault, Supplier<CacInHand> other) {
        bed.befall(member, fault, other);
    }

    void uses(CacIssue issue) {
        inUse = issue;
    }

    /** How many PINs the person's cards were sent. */
    int presentations() {
        return cards.values().stream().mapToInt(CacInHand::presentations).sum();
    }

    LoginPages login() {
        return new LoginPages(computer, bed.portal());
    }

    AccountPages account() {
        return new AccountPages(computer, bed.portal());
    }

    Registration registration() {
        return new Registration(computer, bed.portal());
    }

    Password password() {
        return bed.backOffice().password(member);
    }

    Optional<String> registered() {
        return bed.backOffice().registered(member);
    }

    /** Whether the portal holds this certificate for the person's account. */
    boolean holds(X509Certificate certificate) {
        return bed.backOffice().holds(member, certificate);
    }

    /** Remembers two passwords: the one so far, and the one that took its place. */
    void remembers(Password older, Password newer) {
        olderPassword = older;
        newPassword = newer;
    }

    Password newPassword() {
        return Objects.requireNonNull(newPassword, "a new password, issued earlier in the scenario");
    }

    Password olderPassword() {
        return Objects.requireNonNull(olderPassword, "an older password, issued earlier in the scenario");
    }

    /** The person's CAC is in the reader, and the browser has its certificates. */
    void hasCertificatesAvailable() {
        cac().putInto(computer.reader());
        computer.certificates().publish(cac().certificates());
    }

    /** The person's CAC is registered, and has logged its holder in. */
    void isLoggedInWithRegisteredCac() {
        bed.backOffice().register(member, cac().certificate());
        hasCertificatesAvailable();
        login().cacLogin();
    }

    /** Steps 1 and 4 to 7 with the person's password, and with what is typed where step 6 asks for the password. */
    void registers(Password typed) {
        registersLoggedInWith(password(), typed);
    }

    /** The same, logged in with one password and entering another in step 6. */
    void registersLoggedInWith(Password login, Password typed) {
        registeredBefore = registered();
        if (!registration().isOpen()) {
            login().logIn(member, login);
            account().goToRegistration();
        }
        registration().register(typed);
    }

    /** What was registered before the person last tried to register. */
    Optional<String> registeredBefore() {
        return registeredBefore;
    }
}

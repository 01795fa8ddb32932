package org.cacharness.steps;

import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.cacharness.drivers.Ask;
import org.cacharness.drivers.LoginRefusal;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.RegistrationRefusal;

/** The words that stand for something in a step. */
public final class Words {
    private final World world;

    /** Reads the words of one scenario. */
    public Words(World world) {
        this.world = world;
    }

    /** A person's name. */
    @ParameterType("[A-Z][a-z]+")
    public Person person(String name) {
        return world.person(name);
    }

    /** The name of a CAC software. */
    @ParameterType("ActivClient|ActivCard Gold")
    public Middleware middleware(String productName) {
        return Arrays.stream(Middleware.values())
                .filter(product -> product.productName().equals(productName))
                .findFirst()
                .orElseThrow();
    }

    /** Why the portal does not let somebody in. */
    @ParameterType(
            "the username or password is wrong|the password is an older one|the password has expired|the CAC is not registered|no certificate was presented|the certificate could not be checked|the certificates (?:were|have|are) [a-z ]+")
    public LoginRefusal loginRefusal(String reason) {
        return refusalOfLogin(reason);
    }

    static LoginRefusal refusalOfLogin(String reason) {
        return switch (reason) {
            case "the username or password is wrong" -> LoginRefusal.WRONG_PASSWORD;
            case "the password is an older one" -> LoginRefusal.OLDER_PASSWORD;
            case "the password has expired" -> LoginRefusal.PASSWORD_EXPIRED;
            case "the CAC is not registered" -> LoginRefusal.CAC_NOT_REGISTERED;
            case "no certificate was presented" -> LoginRefusal.NO_CERTIFICATE;
            case "the certificate could not be checked" -> LoginRefusal.NOT_CHECKED;
            default ->
                CertificateCondition.of(reason.replace("the certificates ", "")).loginRefusal();
        };
    }

    /** Why the portal does not register a CAC. */
    @ParameterType(
            "no certificate was presented|the certificate is not (?:hers|for logging in)|the certificate names no DoD ID number|the certificate could not be checked|the password is (?:wrong|an older one)|the certificates (?:were|have|are) [a-z ]+")
    public RegistrationRefusal registrationRefusal(String reason) {
        return refusalOfRegistration(reason);
    }

    static RegistrationRefusal refusalOfRegistration(String reason) {
        return switch (reason) {
            case "the certificate is not hers" -> RegistrationRefusal.ANOTHER_PERSONS;
            case "the certificate is not for logging in" -> RegistrationRefusal.NOT_FOR_LOGIN;
            case "the certificate names no DoD ID number" -> RegistrationRefusal.NO_DOD_ID_NUMBER;
            case "the certificate could not be checked" -> RegistrationRefusal.NOT_CHECKED;
            case "the password is wrong" -> RegistrationRefusal.WRONG_PASSWORD;
            case "the password is an older one" -> RegistrationRefusal.OLDER_PASSWORD;
            case "no certificate was presented" -> RegistrationRefusal.NO_CERTIFICATE;
            default ->
                CertificateCondition.of(reason.replace("the certificates ", "")).refusal();
        };
    }

    /** Why the certificates of a card are no good. */
    @ParameterType(CertificateCondition.WORDS)
    public CertificateCondition condition(String words) {
        return CertificateCondition.of(words);
    }

    /** What is wrong with a CAC, or befalls it. */
    @ParameterType("it .+")
    public Trouble trouble(String words) {
        return Trouble.of(words.substring("it ".length()));
    }

    /** How much can be had of what an issuer publishes. */
    @ParameterType(Outage.WORDS)
    public Outage outage(String words) {
        return Outage.of(words);
    }

    /** What a certificate is for. */
    @ParameterType(CertificateUse.WORDS)
    public CertificateUse certificateUse(String words) {
        return CertificateUse.of(words);
    }

    /** Which of certificate, PIN and password are asked: "nothing", or some of them. */
    @ParameterType("nothing|the (?:certificate|PIN|password)[a-zA-Z, ]*")
    public Set<Ask> asks(String words) {
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        for (Ask ask : Ask.values()) {
            if (words.contains(ask.words())) {
                asks.add(ask);
            }
        }
        return asks;
    }
}

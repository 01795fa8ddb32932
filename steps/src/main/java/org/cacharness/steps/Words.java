package org.cacharness.steps;

import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.cacharness.drivers.Ask;
import org.cacharness.drivers.Middleware;

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

    /** Why the portal refuses a registration, as the portal's page says it. */
    @ParameterType("no certificate was presented|the certificate (?:was revoked|has expired|is not [A-Z][a-z]+'s)|the password is (?:wrong|an older one)")
    public String refusal(String reason) {
        return reason.startsWith("the certificate is not") ? "another person" : reason;
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

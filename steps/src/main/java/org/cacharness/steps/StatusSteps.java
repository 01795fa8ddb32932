package org.cacharness.steps;

import io.cucumber.java.en.Given;

/** What an issuer says of a CAC's certificates, and whether anybody can hear it. */
public final class StatusSteps {
    private final World world;

    /** Steps of one scenario. */
    public StatusSteps(World world) {
        this.world = world;
    }

    @Given("{outage} for {person}'s CAC")
    @Needs(Need.ISSUER)
    public void outage(Outage outage, Person person) {
        person.uses(outage.issue());
        person.hasCertificatesAvailable();
    }

    @Given("the certificates of {person}'s CAC {condition}, and the CRL says so")
    @Needs(Need.ISSUER)
    public void takenBack(Person person, CertificateCondition condition) {
        condition.happensTo(person.cac());
    }

    @Given("that CAC is the one registered for {person}'s account")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void registered(Person person) {
        world.backOffice().register(person.member(), person.cac().certificate());
    }
}

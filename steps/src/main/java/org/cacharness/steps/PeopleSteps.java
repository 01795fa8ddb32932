package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.security.cert.X509Certificate;
import org.cacharness.description.Term;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.PortalBackOffice;

/** Whose CAC it is, which of two it is, and which of its certificates is used. */
public final class PeopleSteps {
    private final World world;

    /** Steps of one scenario. */
    public PeopleSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s CAC offers the certificate for {certificateUse}")
    public void offers(Person person, CertificateUse use) {
        uses(person, use.issue());
    }

    @Given("{person} uses his other CAC")
    public void usesOtherCard(Person person) {
        uses(person, CacIssue.PREVIOUS);
    }

    @Given("{person}'s CAC is from an issuer that the portal was not told of")
    public void fromNewIssuer(Person person) {
        uses(person, CacIssue.ISSUER_UNKNOWN_YET);
    }

    @Given("{person}'s registered CAC and {person}'s CAC bear the same serial number")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void sameSerialNumber(Person registered, Person other) {
        registered.uses(CacIssue.COMMON_SERIAL_NUMBER);
        register(registered, registered.cac().certificate());
        uses(other, CacIssue.COMMON_SERIAL_NUMBER);
        assertThat(other.cac().certificate().getSerialNumber())
                .isEqualTo(registered.cac().certificate().getSerialNumber());
    }

    @Given("the issuer has revoked {person}'s previous CAC")
    @Needs(Need.ISSUER)
    public void revokedPrevious(Person person) {
        person.cac(CacIssue.PREVIOUS).revoke();
    }

    @Given("{person}'s previous CAC is registered by its certificate for {certificateUse}")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void previousIsRegisteredBy(Person person, CertificateUse use) {
        register(person, use.of(person.cac(CacIssue.PREVIOUS)));
    }

    @When("{person} registers and chooses the certificate for {certificateUse}")
    public void registersWith(Person person, CertificateUse use) {
        person.computer().prompts().willChoose(use.of(person.cac())::equals);
        person.registers(person.password());
    }

    @Then("the portal holds the certificate for {certificateUse} of {person}'s CAC")
    public void holds(CertificateUse use, Person person) {
        assertThat(person.holds(use.of(person.cac())))
                .as(
                        "the portal holds %s; it holds %s",
                        PortalBackOffice.nameOf(use.of(person.cac())), person.registered())
                .isTrue();
    }

    @Then("the screen tells {person} which certificate to choose")
    @Needs(terms = Term.WHICH_CERTIFICATE)
    public void tellsWhichToChoose(Person person) {
        assertThat(person.registration().tellsWhichCertificateToChoose())
                .as(
                        "which certificate to choose; the screen: %s",
                        person.screen().text())
                .isTrue();
    }

    private static void uses(Person person, CacIssue issue) {
        person.uses(issue);
        person.hasCertificatesAvailable();
    }

    private void register(Person person, X509Certificate certificate) {
        world.backOffice().register(person.member(), certificate);
    }
}

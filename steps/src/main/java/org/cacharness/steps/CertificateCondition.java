package org.cacharness.steps;

import java.util.Arrays;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginRefusal;
import org.cacharness.drivers.RegistrationRefusal;

/** Why the certificates of a card are no good, and what the portal says to them. */
public enum CertificateCondition {
    /** The issuer took them back. */
    REVOKED("were revoked", CacIssue.CURRENT, RegistrationRefusal.REVOKED, LoginRefusal.REVOKED),
    /** The issuer put them on hold. */
    SUSPENDED("were suspended", CacIssue.CURRENT, RegistrationRefusal.SUSPENDED, LoginRefusal.SUSPENDED),
    /** Their validity is over. */
    EXPIRED("have expired", CacIssue.EXPIRED, RegistrationRefusal.EXPIRED, LoginRefusal.EXPIRED),
    /** Their validity has not begun. */
    NOT_YET_VALID(
            "are not yet valid", CacIssue.NOT_YET_VALID, RegistrationRefusal.NOT_YET_VALID, LoginRefusal.NOT_YET_VALID),
    /** They name a person, and their policy is one for devices. */
    DEVICE("were issued to a device", CacIssue.DEVICE, RegistrationRefusal.NOT_FOR_LOGIN, LoginRefusal.NOT_FOR_LOGIN);

    /** How the scenarios say it. */
    static final String WORDS = "were revoked|were suspended|have expired|are not yet valid|were issued to a device";

    private final String words;
    private final CacIssue issue;
    private final RegistrationRefusal refusal;
    private final LoginRefusal loginRefusal;

    CertificateCondition(String words, CacIssue issue, RegistrationRefusal refusal, LoginRefusal loginRefusal) {
        this.words = words;
        this.issue = issue;
        this.refusal = refusal;
        this.loginRefusal = loginRefusal;
    }

    static CertificateCondition of(String words) {
        return Arrays.stream(values())
                .filter(condition -> condition.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    CacIssue issue() {
        return issue;
    }

    /** What the issuer does with the card after it was issued, if anything. */
    void happensTo(CacInHand card) {
        switch (this) {
            case REVOKED -> card.revoke();
            case SUSPENDED -> card.suspend();
            case EXPIRED, NOT_YET_VALID, DEVICE -> {}
        }
    }

    RegistrationRefusal refusal() {
        return refusal;
    }

    LoginRefusal loginRefusal() {
        return loginRefusal;
    }
}

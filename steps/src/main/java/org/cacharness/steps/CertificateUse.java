package org.cacharness.steps;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;

/** What a certificate on a CAC is for. */
public enum CertificateUse {
    /** It signs mail, and logs in as well. */
    EMAIL_SIGNATURE("e-mail signature", CacIssue.CURRENT, 1),
    /** It logs in to a workstation; its principal name has sixteen digits. */
    PIV_AUTHENTICATION("PIV authentication", CacIssue.OFFERING_PIV_AUTHENTICATION, 0),
    /** It proves the card, without a PIN, and no person. */
    CARD_AUTHENTICATION("card authentication", CacIssue.OFFERING_CARD_AUTHENTICATION, 0);

    /** How the scenarios say it. */
    static final String WORDS = "e-mail signature|PIV authentication|card authentication";

    private final String words;
    private final CacIssue issue;
    private final int place;

    CertificateUse(String words, CacIssue issue, int place) {
        this.words = words;
        this.issue = issue;
        this.place = place;
    }

    static CertificateUse of(String words) {
        return Arrays.stream(values())
                .filter(use -> use.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    /** The card that has such a certificate. */
    CacIssue issue() {
        return issue;
    }

    /** The card's certificate for this. */
    X509Certificate of(CacInHand card) {
        return card.certificates().get(place);
    }
}

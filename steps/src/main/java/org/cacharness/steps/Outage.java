package org.cacharness.steps;

import java.util.Arrays;
import org.cacharness.drivers.CacIssue;

/** How much of what an issuer publishes about its certificates can be had. */
public enum Outage {
    /** The responder is down. */
    CRL_ALONE("only a fresh CRL can be had", CacIssue.CHECKED_BY_CRL_ALONE),
    /** The responder is down, and the list is of yesterday. */
    OLD_CRL_ALONE("only an outdated CRL can be had", CacIssue.CHECKED_BY_OLD_CRL_ALONE),
    /** Both answer what was true yesterday. */
    OUTDATED("only outdated answers can be had", CacIssue.CHECKED_BY_OLD_ANSWERS),
    /** Neither answers. */
    NOTHING("neither OCSP nor CRL can be had", CacIssue.NOT_CHECKABLE);

    /** How the scenarios say it. */
    static final String WORDS = "only an? (?:fresh|outdated) CRL can be had|only outdated answers can be had"
            + "|neither OCSP nor CRL can be had";

    private final String words;
    private final CacIssue issue;

    Outage(String words, CacIssue issue) {
        this.words = words;
        this.issue = issue;
    }

    static Outage of(String words) {
        return Arrays.stream(values())
                .filter(outage -> outage.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    CacIssue issue() {
        return issue;
    }
}

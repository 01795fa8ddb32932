package org.cacharness.simulator.portal;

import java.util.Locale;

/** Why the portal refuses. The stubs give each its page and its words, under its {@link #outcome()}. */
enum Refusal {
    NO_CERTIFICATE,
    NOT_FOR_LOGIN,
    NO_EDIPI,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    SUSPENDED,
    STATUS_UNKNOWN,
    STATUS_UNREACHABLE,
    ANOTHER_PERSON,
    ALREADY_REGISTERED,
    REGISTERED_TO_ANOTHER_ACCOUNT,
    NOT_REGISTERED,
    WRONG_PASSWORD,
    OLDER_PASSWORD,
    PASSWORD_EXPIRED,
    CAC_LOGIN_NEEDED,
    TOO_SHORT,
    NOT_THE_SAME,
    UNKNOWN_MEMBER;

    /** The name in the stubs and in the events, for example {@code older-password}. */
    String outcome() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.cacharness.simulator.portal;

/**
 * Portals that are wrong in exactly one way.
 *
 * <p>Each must turn the scenarios of its documented step red; a scenario that stays green with it does not test what it says.
 */
public enum PortalMutant {
    /** A log in with the right password answers as if it were wrong. */
    LOGIN_REFUSES_RIGHT_PASSWORD("need-password"),
    /** A log in takes any password for a known username. */
    LOGIN_ACCEPTS_ANY_PASSWORD("need-password"),
    /** A log in is accepted, but makes no session: the member is back at the log-in page. */
    LOGIN_FAILS("step-1"),
    /** A session made by password says that it was made by CAC. */
    SESSION_SAYS_CAC("step-1"),
    /** Reset Password shows a new password that does not log in. */
    RESET_ISSUES_DEAD_PASSWORD("step-1-reset"),
    /** After a reset the passwords issued before still log in. */
    RESET_KEEPS_OLD_PASSWORD_ALIVE("step-1-reset"),
    /** The log-in page has no link to Reset Password. */
    RESET_LINK_MISSING("step-1-reset"),
    /** The menu Login Options has no entry CAC-Cert Registration. */
    MENU_ENTRY_MISSING("step-4"),
    /** The registration page shows what is registered for another account. */
    SHOWS_ANOTHER_ACCOUNT("step-4"),
    /** The registration page is shown to a browser that has not logged in. */
    REGISTRATION_PAGE_OPEN_TO_ALL("step-4"),
    /** Clear Registered Information says that it cleared, and clears nothing. */
    DOES_NOT_CLEAR("step-5-clear"),
    /** Clear Registered Information clears another account. */
    CLEARS_ANOTHER_ACCOUNT("step-5-clear"),
    /** After clearing, the registration does not go on: no Register is offered. */
    CLEARING_ENDS_REGISTRATION("step-5-clear"),
    /** A cleared card still logs in. */
    CAC_LOGIN_OF_CLEARED_CARD("step-5-clear"),
    /** A registered account is shown as not registered. */
    SHOWS_WRONG_BRANCH("step-5-clear"),
    /** A page that says not registered has no Register button. */
    REGISTER_BUTTON_MISSING("step-5-register"),
    /** An account without a registration is shown as registered. */
    SHOWS_REGISTERED_WHERE_NONE_IS("step-5-register"),
    /** Register leads back to the same page, and nothing starts. */
    REGISTER_DOES_NOTHING("step-5-register"),
    /** Registration takes the certificate of any person. */
    ACCEPTS_ANY_CERTIFICATE("step-6-certificate"),
    /** Registration takes a certificate whose key is for encryption. */
    ACCEPTS_ENCRYPTION_CERTIFICATE("step-6-certificate"),
    /** Registration takes a certificate issued to a device. */
    ACCEPTS_DEVICE_CERTIFICATE("step-6-certificate"),
    /** The portal takes a certificate that its issuer has revoked. */
    ACCEPTS_REVOKED("step-6-certificate"),
    /** The portal takes a certificate that its issuer has suspended. */
    ACCEPTS_SUSPENDED("step-6-certificate"),
    /** The portal takes a certificate whose status nobody could tell. */
    ACCEPTS_UNCHECKED("step-6-certificate"),
    /** The portal takes an expired certificate. */
    ACCEPTS_EXPIRED("step-6-certificate"),
    /** The portal takes a certificate before its validity begins. */
    ACCEPTS_NOT_YET_VALID("step-6-certificate"),
    /** One certificate may be registered to two accounts. */
    ACCEPTS_CARD_OF_ANOTHER_ACCOUNT("step-6-certificate"),
    /** The common name is taken to reach to the end of the subject, and split at the dots. */
    READS_NAME_GREEDILY("step-6-certificate"),
    /** A common name has four parts: no fewer, no more. */
    EXPECTS_FOUR_PARTS("step-6-certificate"),
    /** A common name has no space, no digit and no generation in it. */
    EXPECTS_PLAIN_NAME("step-6-certificate"),
    /** The common name is what stands before the subject's first comma. */
    CUTS_NAME_AT_FIRST_COMMA("step-6-certificate"),
    /** The subject is split at its commas, also at those within a value. */
    SPLITS_NAME_ON_COMMAS("step-6-certificate"),
    /** The first digits of the common name are the DoD ID number. */
    TAKES_FIRST_DIGITS("step-6-certificate"),
    /** Any ten digits of the subject are the DoD ID number. */
    TAKES_TEN_DIGITS_ANYWHERE("step-6-certificate"),
    /** The digits of the principal name are the DoD ID number, also where they are sixteen. */
    TAKES_PRINCIPAL_NAME("step-6-certificate"),
    /** The first organisational unit has to be a service's: nobody else is a member. */
    FIRST_UNIT_DECIDES("step-6-certificate"),
    /** The organisational unit has to be DoD, and DOD is another one. */
    UNIT_CASE_MATTERS("step-6-certificate"),
    /** Issuers are known by a list of names, on which there is one. */
    KNOWS_ONE_ISSUER("step-6-certificate"),
    /** A certificate for e-mail has to have an address. */
    EXPECTS_EMAIL("step-6-certificate"),
    /** An account belongs to whoever holds the first certificate that was registered for it. */
    KNOWS_PERSON_BY_CERTIFICATE("step-6-certificate"),
    /** An account belongs to the name on the first certificate that was registered for it. */
    KNOWS_PERSON_BY_NAME("step-6-certificate"),
    /** An account belongs to the e-mail address on the first certificate that was registered for it. */
    KNOWS_PERSON_BY_EMAIL("step-6-certificate"),
    /** CAC Login finds the account by the certificate's serial number, whoever issued it. */
    KNOWS_CERTIFICATE_BY_SERIAL_NUMBER("step-6-certificate"),
    /** The portal takes the certificate of a card, which is used without a PIN, for a person's. */
    ACCEPTS_CARD_AUTHENTICATION("step-6-certificate"),
    /** TLS takes a certificate of any issuer. */
    TRUSTS_ANY_ISSUER("step-6-certificate"),
    /** Where OCSP does not answer, the portal does not read the CRL. */
    NEVER_READS_CRL("step-6-certificate"),
    /** The CAC port does not ask for a certificate. */
    IGNORES_CLIENT_CERTIFICATE("step-6-certificate"),
    /** Without a certificate in TLS the portal believes the header that the browser sent. */
    TRUSTS_FORGED_HEADER("step-6-certificate"),
    /** Registration needs no card at all, and so no PIN. */
    REGISTERS_WITHOUT_CARD("step-6-pin"),
    /** Registration takes an older password. */
    ACCEPTS_OLD_PASSWORD("step-6-password"),
    /** A registration that is refused replaces the account's password all the same. */
    REFUSAL_REPLACES_PASSWORD("step-6-certificate"),
    /** Registration takes any password. */
    ACCEPTS_ANY_PASSWORD("step-6-password"),
    /** Registration refuses the most recent password. */
    REFUSES_RIGHT_PASSWORD("step-6-password"),
    /** Registration never asks for the password. */
    NEVER_ASKS_FOR_PASSWORD("step-6-password"),
    /** Registration asks for the password although it should not. */
    ALWAYS_ASKS_FOR_PASSWORD("step-6-password"),
    /** The confirmation is shown, and nothing is stored. */
    CONFIRMS_WITHOUT_STORING("step-7"),
    /** The certificate is stored, and no confirmation is shown. */
    STORES_WITHOUT_CONFIRMING("step-7"),
    /** The certificate is stored for another account. */
    REGISTERS_UNDER_WRONG_ACCOUNT("step-7"),
    /** CAC Login takes a card that was never registered, by its person's number. */
    CAC_LOGIN_WITHOUT_REGISTRATION("step-7"),
    /** A password set for 150 days is refused on day 150. */
    PASSWORD_LASTS_149("password-150"),
    /** A password set for 150 days still works on day 151. */
    PASSWORD_LASTS_151("password-150"),
    /** A session made by password may set a password for 150 days. */
    PASSWORD_150_FOR_EVERYONE("password-150"),
    /** The page offers 150 days to sessions made by CAC only, and the portal takes them from any. */
    PASSWORD_150_FOR_WHOEVER_POSTS_IT("password-150"),
    /** A session made by CAC is refused a password for 150 days. */
    PASSWORD_150_FOR_NOBODY("password-150"),
    /** A corrupt cached file is never answered with 403. */
    FORBIDDEN_NEVER("forbidden-403"),
    /** The 403 goes away when the page is loaded again. */
    FORBIDDEN_HEALED_BY_RELOAD("forbidden-403-recovery"),
    /** The 403 goes away when the member logs in again. */
    FORBIDDEN_HEALED_BY_LOGIN("forbidden-403-recovery"),
    /** The 403 goes away in a new browser, with the old files and the old address. */
    FORBIDDEN_HEALED_BY_NEW_BROWSER("forbidden-403-recovery"),
    /** The 403 goes away as soon as the file is fetched again, with the old address. */
    FORBIDDEN_HEALED_BY_DELETING_ALONE("forbidden-403-recovery"),
    /** The file stays corrupt at the portal: no recovery helps. */
    FORBIDDEN_FOREVER("forbidden-403-recovery");

    private final String step;

    PortalMutant(String step) {
        this.step = step;
    }

    /** The documented step that this portal gets wrong: an id of features/procedure.md without its {@code @}. */
    public String step() {
        return step;
    }
}

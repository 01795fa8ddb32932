package org.cacharness.description;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A word of the procedure for something at the portal. The file of a portal says what it is called there. */
public enum Term {
    /** The account's first page. */
    ACCOUNT_ADDRESS(Section.ADDRESSES, "my account home", true),
    /** The registration page. */
    REGISTRATION_ADDRESS(Section.ADDRESSES, "CAC-Cert Registration", true),

    /** The account's first page, to whoever is logged in. */
    ACCOUNT_HOME(Section.PAGES, "my account home", true),
    /** The registration page, where something is registered. */
    REGISTERED(Section.PAGES, "Current Registered Information", true),
    /** The registration page, where nothing is registered. */
    NOT_REGISTERED(Section.PAGES, "You are not currently registered", true),
    /** The confirmation of step 7. */
    CONFIRMATION(Section.PAGES, "you have registered your CAC", true),
    /** Reset Password has issued a password. */
    PASSWORD_ISSUED(Section.PAGES, "your new password", false),
    /** The password was changed. */
    PASSWORD_CHANGED(Section.PAGES, "your password has been changed", false),
    /** The password cannot be set for so long without a CAC Login. */
    CAC_LOGIN_NEEDED(Section.PAGES, "a CAC Login is needed", false),
    /** The portal refuses every page. */
    FORBIDDEN(Section.PAGES, "403 Error - Access Forbidden", false),

    /** From the portal's address to where username and password are asked. */
    TO_LOG_IN(Section.PRESSES, "to the login page", true),
    /** Sends username and password. */
    LOG_IN(Section.PRESSES, "log in", true),
    /** The CAC Login button, from the portal's address. */
    CAC_LOGIN(Section.PRESSES, "CAC Login", true),
    /** Ends the session. */
    LOG_OUT(Section.PRESSES, "log out", true),
    /** From any page behind the login to the registration page. */
    TO_REGISTRATION(Section.PRESSES, "to CAC-Cert Registration", true),
    /** Clears what is registered. */
    CLEAR(Section.PRESSES, "Clear Registered Information", true),
    /** Begins the registration. */
    REGISTER(Section.PRESSES, "Register", true),
    /** Sends the password that Register asked for. */
    CONTINUE(Section.PRESSES, "send the password", true),
    /** From where the password is asked to Reset Password. */
    TO_RESET(Section.PRESSES, "to Reset Password", false),
    /** Asks for a new password. */
    RESET(Section.PRESSES, "Reset Password", false),
    /** From any page behind the login to Change Password. */
    TO_CHANGE_PASSWORD(Section.PRESSES, "to Change Password", false),
    /** Sends the new password. */
    CHANGE_PASSWORD(Section.PRESSES, "Change Password", false),

    /** Where a member logs in. */
    USERNAME(Section.FIELDS, "username", true),
    /** Where a member logs in. */
    PASSWORD(Section.FIELDS, "password", true),
    /** The password between Register and the confirmation. */
    REGISTRATION_PASSWORD(Section.FIELDS, "password to register", true),
    /** At Reset Password. */
    RESET_USERNAME(Section.FIELDS, "username at Reset Password", false),
    /** At Reset Password. */
    DOD_ID_NUMBER(Section.FIELDS, "DoD ID number", false),
    /** At Change Password. */
    NEW_PASSWORD(Section.FIELDS, "new password", false),
    /** At Change Password. */
    REPEATED_PASSWORD(Section.FIELDS, "new password again", false),
    /** At Change Password, the long validity. */
    FOR_150_DAYS(Section.FIELDS, "150 days", false),
    /** At Change Password, the other validity. */
    FOR_LESS_DAYS(Section.FIELDS, "fewer days", false),

    /** On the account's first page. */
    BY_PASSWORD(Section.TEXTS, "you are logged in with your password", true),
    /** On the account's first page. */
    BY_CAC(Section.TEXTS, "you are logged in with your CAC", true),
    /** After the password was changed. */
    VALID_150_DAYS(Section.TEXTS, "the password lasts 150 days", false),
    /** Where another certificate is to be chosen. */
    WHICH_CERTIFICATE(Section.TEXTS, "which certificate to choose", false),
    /** The element that holds the password that Reset Password has issued. */
    ISSUED_PASSWORD(Section.TEXTS, "the issued password", false),

    LOGIN_WRONG_PASSWORD(Section.LOGIN_REFUSALS, "the username or password is wrong", false),
    LOGIN_OLDER_PASSWORD(Section.LOGIN_REFUSALS, "the password is an older one", false),
    LOGIN_PASSWORD_EXPIRED(Section.LOGIN_REFUSALS, "the password has expired", false),
    LOGIN_NOT_REGISTERED(Section.LOGIN_REFUSALS, "the CAC is not registered", false),
    LOGIN_REVOKED(Section.LOGIN_REFUSALS, "the certificates were revoked", false),
    LOGIN_SUSPENDED(Section.LOGIN_REFUSALS, "the certificates were suspended", false),
    LOGIN_EXPIRED(Section.LOGIN_REFUSALS, "the certificates have expired", false),
    LOGIN_NOT_YET_VALID(Section.LOGIN_REFUSALS, "the certificates are not yet valid", false),
    LOGIN_DEVICE(Section.LOGIN_REFUSALS, "the certificates were issued to a device", false),
    LOGIN_NOT_CHECKED(Section.LOGIN_REFUSALS, "the certificate could not be checked", false),
    LOGIN_NO_CERTIFICATE(Section.LOGIN_REFUSALS, "no certificate was presented", false),

    REGISTRATION_NO_CERTIFICATE(Section.REGISTRATION_REFUSALS, "no certificate was presented", false),
    REGISTRATION_ANOTHER_PERSONS(Section.REGISTRATION_REFUSALS, "the certificate is not hers", false),
    REGISTRATION_REVOKED(Section.REGISTRATION_REFUSALS, "the certificates were revoked", false),
    REGISTRATION_SUSPENDED(Section.REGISTRATION_REFUSALS, "the certificates were suspended", false),
    REGISTRATION_NOT_YET_VALID(Section.REGISTRATION_REFUSALS, "the certificates are not yet valid", false),
    REGISTRATION_NOT_FOR_LOGIN(Section.REGISTRATION_REFUSALS, "the certificate is not for logging in", false),
    REGISTRATION_NO_NUMBER(Section.REGISTRATION_REFUSALS, "the certificate names no DoD ID number", false),
    REGISTRATION_NOT_CHECKED(Section.REGISTRATION_REFUSALS, "the certificate could not be checked", false),
    REGISTRATION_EXPIRED(Section.REGISTRATION_REFUSALS, "the certificates have expired", false),
    REGISTRATION_OLDER_PASSWORD(Section.REGISTRATION_REFUSALS, "the password is an older one", false),
    REGISTRATION_WRONG_PASSWORD(Section.REGISTRATION_REFUSALS, "the password is wrong", false);

    /** A part of the file, whose entries are of one kind. */
    public enum Section {
        /** Relative to the address that a member types. */
        ADDRESSES("addresses"),
        /** How a page is known from others: by its heading. */
        PAGES("pages"),
        /** Buttons, menu entries and links, pressed one after the other. */
        PRESSES("presses"),
        /** Where something is typed or chosen. */
        FIELDS("fields"),
        /** What a page says. */
        TEXTS("texts"),
        /** What a page says to whom it does not let in. */
        LOGIN_REFUSALS("login is refused because"),
        /** What a page says to whom it does not register. */
        REGISTRATION_REFUSALS("registration is refused because");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        /** As it stands in the file. */
        public String key() {
            return key;
        }

        List<String> keys() {
            return Arrays.stream(Term.values())
                    .filter(term -> term.section == this)
                    .map(Term::key)
                    .toList();
        }
    }

    private final Section section;
    private final String key;
    private final boolean needed;

    Term(Section section, String key, boolean needed) {
        this.section = section;
        this.key = key;
        this.needed = needed;
    }

    /** The part of the file where it stands. */
    public Section section() {
        return section;
    }

    /** As it stands in the file. */
    public String key() {
        return key;
    }

    /** Whether the main path of the procedure meets it, so that no file can do without. */
    boolean isNeeded() {
        return needed;
    }

    static Optional<Term> of(Section section, String key) {
        return Arrays.stream(values())
                .filter(term -> term.section == section && term.key.equals(key))
                .findFirst();
    }
}

package org.cacharness.simulator.portal;

import java.time.Instant;

/**
 * Something that happened at the portal. It never holds a secret.
 *
 * @param at the portal's time
 * @param kind what happened
 * @param username whose account it concerns; empty if the portal cannot tell
 * @param detail the reason of a refusal as its outcome is called in the stubs, for example {@code older-password}; or the
 *     certificate's subject; or empty
 */
public record PortalEvent(Instant at, Kind kind, String username, String detail) {

    /** The kinds of event. */
    public enum Kind {
        /** A session was made by username and password. */
        PASSWORD_LOGIN,
        /** A session was made by CAC. */
        CAC_LOGIN,
        /** A log in was refused. */
        LOGIN_REFUSED,
        /** A session was ended by its member. */
        LOGOUT,
        /** A certificate was bound to an account. */
        REGISTERED,
        /** A registration was refused; the account is as it was. */
        REGISTRATION_REFUSED,
        /** The registered information was cleared. */
        CLEARED,
        /** A password was changed. */
        PASSWORD_CHANGED,
        /** A change of password was refused. */
        PASSWORD_CHANGE_REFUSED,
        /** A new password was issued on the Reset Password page. */
        PASSWORD_RESET,
        /** A reset was refused. */
        PASSWORD_RESET_REFUSED,
        /** The cacheable file was served corrupt. */
        CORRUPT_FILE_SERVED,
        /** A request was answered 403. */
        FORBIDDEN,
        /** A form came without its token. */
        FORM_REFUSED
    }
}

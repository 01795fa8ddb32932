package org.cacharness.simulator.portal;

import java.util.Optional;

/**
 * A browser's session, before or after a log in.
 *
 * @param id the value of its cookie
 * @param forms makes and checks the tokens of its forms
 * @param login who is logged in, empty before
 */
record Session(String id, FormTokens forms, Optional<Login> login) {
    @Override
    public String toString() {
        return "Session[****, " + login + "]";
    }
}

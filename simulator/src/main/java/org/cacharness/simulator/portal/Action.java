package org.cacharness.simulator.portal;

import java.util.Set;
import java.util.function.Function;

/**
 * Something that a stub can ask the portal to do or to look up.
 *
 * @param name the name in the stub
 * @param outcomes every outcome it may have; the stub has to give each a page
 * @param decide does it
 */
record Action(String name, Set<String> outcomes, Function<Visit, Answer> decide) {
    /** The outcome of every action on a page that needs a log in. */
    static final String LOGGED_OUT = "logged-out";
}

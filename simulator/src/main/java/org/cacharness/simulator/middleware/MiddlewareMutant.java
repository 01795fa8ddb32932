package org.cacharness.simulator.middleware;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A console that is wrong in one way. */
public enum MiddlewareMutant {
    /** The Start button does nothing. */
    START_MENU_DEAD(1, 1),
    /** Programs does not list the product's folder. */
    FOLDER_MISSING(2, 2),
    /** The product's folder is empty. */
    FOLDER_EMPTY(3, 3),
    /** Selecting the console opens no window. */
    CONSOLE_DOES_NOT_OPEN(4, 4),
    /** The menu does not have the command. */
    COMMAND_MISSING(5, 5),
    /** The command lies one menu level higher than documented. */
    MENU_LEVEL_MISSING(5, 5),
    /** Does the task without asking first. */
    SKIPS_PROMPT(0, 6),
    /** Does the task although the answer was NO. */
    PUBLISHES_AFTER_NO(0, 6),
    /** Publishes as soon as the window opens. */
    PUBLISHES_WITHOUT_ASKING(5, 6),
    /** Does the task and says nothing. */
    NO_MESSAGE(6, 7),
    /** Says something else than what is documented. */
    WRONG_MESSAGE(6, 7),
    /** Says that it was done and did nothing. */
    PUBLISHES_NOTHING(6, 7),
    /** Publishes certificates that are not the card's. */
    PUBLISHES_ANOTHER_PERSONS(6, 7),
    /** Says that it was done although there is no card. */
    SAYS_DONE_WITHOUT_CARD(6, 7),
    /** The window closes while its dialog waits for an answer. */
    CLOSES_BEFORE_ANSWER(7, 8),
    /** The window cannot be closed. */
    WINDOW_STAYS_OPEN(7, 8);

    private final int activClientRow;
    private final int activCardGoldRow;

    MiddlewareMutant(int activClientRow, int activCardGoldRow) {
        this.activClientRow = activClientRow;
        this.activCardGoldRow = activCardGoldRow;
    }

    /** The documented step that it breaks, for example {@code activclient-5}; empty if the product cannot be wrong so. */
    public Optional<String> row(MiddlewareProduct product) {
        int row = product == MiddlewareProduct.ACTIVCLIENT ? activClientRow : activCardGoldRow;
        return row == 0 ? Optional.empty() : Optional.of(product.tag() + "-" + row);
    }

    /** Every way in which the product can be wrong. */
    public static Set<MiddlewareMutant> of(MiddlewareProduct product) {
        Set<MiddlewareMutant> mutants = EnumSet.allOf(MiddlewareMutant.class);
        mutants.removeIf(mutant -> mutant.row(product).isEmpty());
        return mutants;
    }
}

package org.cacharness.simulator.middleware;

import static org.cacharness.simulator.middleware.ConsoleState.ADVANCED_MENU;
import static org.cacharness.simulator.middleware.ConsoleState.DESKTOP;
import static org.cacharness.simulator.middleware.ConsoleState.DONE;
import static org.cacharness.simulator.middleware.ConsoleState.FILE_MENU;
import static org.cacharness.simulator.middleware.ConsoleState.FOLDER;
import static org.cacharness.simulator.middleware.ConsoleState.NO_CARD;
import static org.cacharness.simulator.middleware.ConsoleState.PRODUCT_MENU;
import static org.cacharness.simulator.middleware.ConsoleState.PROGRAMS;
import static org.cacharness.simulator.middleware.ConsoleState.PROMPT;
import static org.cacharness.simulator.middleware.ConsoleState.START_MENU;
import static org.cacharness.simulator.middleware.ConsoleState.TOOLS_MENU;
import static org.cacharness.simulator.middleware.ConsoleState.WINDOW;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which press leads from which state to which: one table, from which the pages also know what to show. */
final class Route {
    private final Map<ConsoleState, Map<Press, ConsoleState>> table = new EnumMap<>(ConsoleState.class);

    private Route() {
        for (ConsoleState state : ConsoleState.values()) {
            table.put(state, new EnumMap<>(Press.class));
        }
    }

    static Route of(MiddlewareProduct product, Set<MiddlewareMutant> mutants) {
        Route route = new Route();
        route.addStartMenu();
        route.addWindow();
        switch (product) {
            case ACTIVCLIENT -> route.addActivClient();
            case ACTIVCARD_GOLD -> route.addActivCardGold();
        }
        mutants.forEach(mutant -> route.spoil(mutant, product));
        return route;
    }

    Optional<ConsoleState> next(ConsoleState state, Press press) {
        return Optional.ofNullable(from(state).get(press));
    }

    Map<ConsoleState, Map<Press, ConsoleState>> table() {
        return table;
    }

    private void addStartMenu() {
        from(DESKTOP).put(Press.START, START_MENU);
        for (ConsoleState menu : new ConsoleState[] {START_MENU, PROGRAMS, FOLDER, PRODUCT_MENU}) {
            from(menu).put(Press.START, DESKTOP);
            from(menu).put(Press.PROGRAMS, menu == START_MENU ? PROGRAMS : START_MENU);
        }
        from(PROGRAMS).put(Press.FOLDER, FOLDER);
        from(FOLDER).put(Press.FOLDER, PROGRAMS);
    }

    private void addWindow() {
        for (ConsoleState state : new ConsoleState[] {WINDOW, FILE_MENU, TOOLS_MENU}) {
            addMenuBar(state);
        }
        from(DONE).put(Press.OK, WINDOW);
        from(NO_CARD).put(Press.OK, WINDOW);
    }

    /** The title of an open menu closes it; the other menu's title opens that one instead. */
    private void addMenuBar(ConsoleState state) {
        from(state).put(Press.FILE, state == FILE_MENU ? WINDOW : FILE_MENU);
        from(state).put(Press.TOOLS, state == TOOLS_MENU || state == ADVANCED_MENU ? WINDOW : TOOLS_MENU);
        from(state).put(Press.CLOSE, DESKTOP);
    }

    private void addActivClient() {
        from(FOLDER).put(Press.PRODUCT, PRODUCT_MENU);
        from(PRODUCT_MENU).put(Press.FOLDER, PROGRAMS);
        from(PRODUCT_MENU).put(Press.PRODUCT, FOLDER);
        from(PRODUCT_MENU).put(Press.CONSOLE, WINDOW);
        addMenuBar(ADVANCED_MENU);
        from(TOOLS_MENU).put(Press.ADVANCED, ADVANCED_MENU);
        from(ADVANCED_MENU).put(Press.ADVANCED, TOOLS_MENU);
        from(ADVANCED_MENU).put(Press.COMMAND, DONE);
    }

    private void addActivCardGold() {
        from(FOLDER).put(Press.CONSOLE, WINDOW);
        from(TOOLS_MENU).put(Press.COMMAND, PROMPT);
        from(PROMPT).put(Press.YES, DONE);
        from(PROMPT).put(Press.NO, WINDOW);
    }

    /** Mutants of the route; those of the message and of the effect are elsewhere. */
    private void spoil(MiddlewareMutant mutant, MiddlewareProduct product) {
        switch (mutant) {
            case START_MENU_DEAD -> from(DESKTOP).put(Press.START, DESKTOP);
            case FOLDER_MISSING -> from(PROGRAMS).remove(Press.FOLDER);
            case FOLDER_EMPTY -> {
                from(FOLDER).remove(Press.PRODUCT);
                from(FOLDER).remove(Press.CONSOLE);
            }
            case CONSOLE_DOES_NOT_OPEN -> redirect(Press.CONSOLE, DESKTOP);
            case COMMAND_MISSING -> table.values().forEach(presses -> presses.remove(Press.COMMAND));
            case MENU_LEVEL_MISSING -> liftCommand(product);
            case SKIPS_PROMPT -> redirect(Press.COMMAND, DONE);
            case CLOSES_BEFORE_ANSWER -> {
                from(PROMPT).put(Press.CLOSE, DESKTOP);
                from(DONE).put(Press.CLOSE, DESKTOP);
                from(NO_CARD).put(Press.CLOSE, DESKTOP);
            }
            case WINDOW_STAYS_OPEN -> redirect(Press.CLOSE, WINDOW);
            default -> {}
        }
    }

    private void liftCommand(MiddlewareProduct product) {
        switch (product) {
            case ACTIVCLIENT -> {
                from(TOOLS_MENU).remove(Press.ADVANCED);
                from(TOOLS_MENU).put(Press.COMMAND, DONE);
            }
            case ACTIVCARD_GOLD -> {
                table.values().forEach(presses -> presses.remove(Press.TOOLS));
                from(WINDOW).put(Press.COMMAND, PROMPT);
            }
        }
    }

    private void redirect(Press press, ConsoleState target) {
        table.values().forEach(presses -> presses.computeIfPresent(press, (p, before) -> target));
    }

    private Map<Press, ConsoleState> from(ConsoleState state) {
        return Objects.requireNonNull(table.get(state));
    }
}

package org.cacharness.simulator.middleware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The desktop's state: what was pressed, in which order, and what is on the screen now. */
final class Desktop {
    private final Route route;
    private final Task task;
    private final Set<MiddlewareMutant> mutants;
    private final List<ConsoleState> visited = new ArrayList<>(List.of(ConsoleState.DESKTOP));
    private ConsoleState state = ConsoleState.DESKTOP;
    private String hint = "";

    Desktop(Route route, Task task, Set<MiddlewareMutant> mutants) {
        this.route = route;
        this.task = task;
        this.mutants = mutants;
    }

    /** Does what the press leads to; a press that leads nowhere changes nothing but the hint. */
    synchronized void press(Optional<Press> press) {
        Optional<ConsoleState> next = press.flatMap(known -> route.next(state, known));
        if (next.isEmpty()) {
            hint = refusal();
            return;
        }
        hint = "";
        state = arrive(press.get(), next.get());
        visited.add(state);
    }

    synchronized ConsoleState state() {
        return state;
    }

    /** Why the last press was refused; empty if it was not. */
    synchronized String hint() {
        return hint;
    }

    synchronized List<ConsoleState> visited() {
        return List.copyOf(visited);
    }

    private ConsoleState arrive(Press press, ConsoleState next) {
        if (next == ConsoleState.DONE) {
            return task.run();
        }
        if (publishesUnasked(press)) {
            task.run();
        }
        return next;
    }

    private boolean publishesUnasked(Press press) {
        return (press == Press.CONSOLE && mutants.contains(MiddlewareMutant.PUBLISHES_WITHOUT_ASKING))
                || (press == Press.NO && mutants.contains(MiddlewareMutant.PUBLISHES_AFTER_NO));
    }

    private String refusal() {
        return switch (state) {
            case PROMPT -> "Please answer the question first: choose YES or NO.";
            case DONE, NO_CARD -> "Please answer the message first: choose OK.";
            default -> "This cannot be chosen now.";
        };
    }
}

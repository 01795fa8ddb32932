package org.cacharness.environment;

import java.util.EnumSet;
import java.util.Set;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Workstation;
import org.cacharness.simulator.middleware.CardAbsentException;
import org.cacharness.simulator.middleware.InsertedCard;
import org.cacharness.simulator.middleware.MiddlewareConsole;
import org.cacharness.simulator.middleware.MiddlewareMutant;
import org.cacharness.simulator.middleware.MiddlewareProduct;

/** Installs the CAC software on a member's computer: it reads the computer's reader, and publishes to its browsers. */
final class MiddlewareConsoles {
    private MiddlewareConsoles() {}

    static MiddlewareConsole start(Middleware middleware, Workstation computer, Set<MiddlewareMutant> wrong) {
        MiddlewareProduct product = product(middleware);
        Set<MiddlewareMutant> fitting = EnumSet.noneOf(MiddlewareMutant.class);
        fitting.addAll(wrong);
        fitting.retainAll(MiddlewareMutant.of(product));
        return MiddlewareConsole.start(product, cardIn(computer.reader()), computer.certificates()::publish, fitting);
    }

    private static MiddlewareProduct product(Middleware middleware) {
        return switch (middleware) {
            case ACTIVCLIENT -> MiddlewareProduct.ACTIVCLIENT;
            case ACTIVCARD_GOLD -> MiddlewareProduct.ACTIVCARD_GOLD;
        };
    }

    private static InsertedCard cardIn(CardReader reader) {
        return () -> {
            if (!reader.hasCard()) {
                throw new CardAbsentException();
            }
            return reader.certificates();
        };
    }
}

package org.cacharness.cli;

import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import org.jspecify.annotations.Nullable;

/**
 * What the members work with.
 *
 * @param card how the card is reached
 * @param realCard what may be done with a card in a real reader, or null where none is looked for
 * @param model which applications the simulated cards have
 * @param fault name of a fault of the card of whomever a scenario names first, or null
 * @param browser which browser the members have
 * @param headed whether the windows of Chromium are to be seen
 * @param grid where Chromium runs, or null for this machine
 */
public record Equipment(
        CardPath card,
        @Nullable RealCardRequest realCard,
        CardMake.Model model,
        @Nullable String fault,
        BrowserKind browser,
        boolean headed,
        @Nullable GridRequest grid) {}

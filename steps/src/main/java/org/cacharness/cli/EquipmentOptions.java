package org.cacharness.cli;

import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say with which card and browser the members work. */
final class EquipmentOptions {
    @Option(
            names = "--card",
            paramLabel = "PATH",
            converter = CardPaths.class,
            description = "in-process (default); virtual: in a virtual reader, through PKCS#11; Linux. "
                    + "auto: in a real reader, if its card may be used, see docs/hardware.md.")
    CardPath card = CardPath.IN_PROCESS;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            converter = CardMake.Models.class,
            description = "What the simulated cards are: cac-only (default), dual: with the PIV application, or"
                    + " legacy-dual: as cards in the field behave.")
    CardMake.Model model = CardMake.Model.CAC_ONLY;

    @Mixin
    FaultOptions faults = new FaultOptions();

    @Option(
            names = "--browser",
            paramLabel = "BROWSER",
            converter = BrowserKinds.class,
            description =
                    "auto (default), htmlunit or chromium. auto: Chromium with --card virtual, if it is installed.")
    BrowserKind browser = BrowserKind.AUTO;

    @Option(names = "--headed", description = "Show the windows of Chromium; not with --card virtual.")
    boolean headed;

    @ArgGroup(exclusive = false, heading = "%nOn a Selenium Grid:%n", order = 97)
    GridOptions grid = new GridOptions();

    @ArgGroup(exclusive = false, heading = "%nWith --card auto:%n", order = 99)
    RealCardOptions realCard = new RealCardOptions();

    /** Words of the command line for a card path. */
    static final class CardPaths implements ITypeConverter<CardPath> {
        @Override
        public CardPath convert(String word) {
            return switch (word) {
                case "in-process" -> CardPath.IN_PROCESS;
                case "virtual" -> CardPath.VIRTUAL;
                case "auto" -> CardPath.AUTO;
                default -> throw new TypeConversionException("expected in-process, virtual or auto, got " + word);
            };
        }
    }

    /** Words of the command line for a browser. */
    static final class BrowserKinds implements ITypeConverter<BrowserKind> {
        @Override
        public BrowserKind convert(String word) {
            return switch (word) {
                case "auto" -> BrowserKind.AUTO;
                case "htmlunit" -> BrowserKind.HTMLUNIT;
                case "chromium" -> BrowserKind.CHROMIUM;
                default -> throw new TypeConversionException("expected auto, htmlunit or chromium, got " + word);
            };
        }
    }

    /**
     * What was asked.
     *
     * @param livePortal whether the portal is not ours
     */
    Equipment equipment(Workplace workplace, boolean livePortal) throws BadInputException {
        return new Equipment(
                card,
                card == CardPath.AUTO ? realCard.request(workplace) : null,
                model,
                faults.fault,
                browser,
                headed,
                grid.request(browser, card, headed, livePortal));
    }
}

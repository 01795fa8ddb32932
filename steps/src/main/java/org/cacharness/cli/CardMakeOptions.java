package org.cacharness.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what kind of card {@code cac card} makes. */
final class CardMakeOptions {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            converter = CardMake.Models.class,
            description =
                    "cac-only (default); dual: with the PIV application; legacy-dual: as cards in the field behave;"
                            + " cac-v1: the CAC's first version.")
    CardMake.Model model = CardMake.Model.CAC_ONLY;

    @Option(
            names = "--atr",
            paramLabel = "MAKER",
            converter = CardMake.Atrs.class,
            description =
                    "Whose answer to reset: gemalto (default), oberthur, giesecke-devrient, giesecke-devrient-sce7:"
                            + " these speak T=0; synthetic-t1.")
    CardMake.@Nullable Atr atr;

    @Option(names = "--t1", description = "A card that speaks T=1; the same as --atr synthetic-t1.")
    boolean blockProtocol;

    @Option(names = "--gzip", description = "A card with compressed certificates.")
    boolean compressed;

    /**
     * The kind that was asked for.
     *
     * @throws BadInputException if two options contradict each other
     */
    CardMake make() throws BadInputException {
        if (blockProtocol && atr != null && atr != CardMake.Atr.SYNTHETIC_T1) {
            throw new BadInputException(
                    "--t1, --atr: expected one of them, got both: cards of that maker speak T=0 only");
        }
        CardMake.Atr usual = blockProtocol ? CardMake.Atr.SYNTHETIC_T1 : CardMake.Atr.GEMALTO;
        return new CardMake(model, atr == null ? usual : atr, compressed);
    }
}

package org.cacharness.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardModel;

/**
 * A card as one driver meets it.
 *
 * @param model kind of card
 * @param atr answer to reset, and by it the protocol
 * @param gzip whether the certificates are compressed
 */
record MatrixCell(CardModel model, AtrProfile atr, boolean gzip) {
    /** Cards by what is different for a driver. */
    static List<MatrixCell> all() {
        List<MatrixCell> cells = new ArrayList<>();
        for (CardModel model : List.of(CardModel.CAC_ONLY, CardModel.DUAL, CardModel.LEGACY_DUAL)) {
            for (AtrProfile atr : List.of(AtrProfile.GEMALTO, AtrProfile.SYNTHETIC_T1)) {
                cells.add(new MatrixCell(model, atr, false));
                cells.add(new MatrixCell(model, atr, true));
            }
        }
        return List.copyOf(cells);
    }

    CardContents apply(CardContents contents) {
        CardContents ofModel = contents.as(model);
        return gzip ? ofModel.compressed() : ofModel;
    }

    /** Which of OpenSC's drivers is asked for. */
    enum Driver {
        AUTO(""),
        CAC("cac"),
        PIV("PIV-II");

        private final String name;

        Driver(String name) {
            this.name = name;
        }

        Map<String, String> environment() {
            return name.isEmpty() ? Map.of() : Map.of("OPENSC_DRIVER", name);
        }
    }
}

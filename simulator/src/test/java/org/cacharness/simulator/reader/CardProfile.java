package org.cacharness.simulator.reader;

import org.cacharness.simulator.card.CardContents;

/** The kinds of card that each tool has to accept. */
enum CardProfile {
    T0_PLAIN(AtrProfile.GEMALTO, false),
    T0_GZIP(AtrProfile.GEMALTO, true),
    T1_PLAIN(AtrProfile.SYNTHETIC_T1, false),
    T1_GZIP(AtrProfile.SYNTHETIC_T1, true);

    private final AtrProfile atr;
    private final boolean compressed;

    CardProfile(AtrProfile atr, boolean compressed) {
        this.atr = atr;
        this.compressed = compressed;
    }

    AtrProfile atr() {
        return atr;
    }

    CardContents apply(CardContents contents) {
        return compressed ? contents.compressed() : contents;
    }
}

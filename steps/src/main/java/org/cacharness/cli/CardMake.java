package org.cacharness.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What kind of simulated card is wanted.
 *
 * @param model which applications it has, and how they behave
 * @param atr whose answer to reset it gives, and by that whether it speaks T=0 or T=1
 * @param compressed whether its certificates are compressed
 */
public record CardMake(Model model, Atr atr, boolean compressed) {
    /** Kinds of card, by their applications. */
    public enum Model {
        /** The CAC edge alone. */
        CAC_ONLY,
        /** CAC edge and PIV application, as SP 800-73-4 says. */
        DUAL,
        /** Both, as cards in the field behave. */
        LEGACY_DUAL,
        /** A card of the CAC's first version. */
        CAC_V1;

        /** The word for it on the command line. */
        String word() {
            return CardMake.word(this);
        }
    }

    /** Makers of cards, whose answers to reset are known. */
    public enum Atr {
        /** Gemalto, T=0. */
        GEMALTO,
        /** Oberthur, T=0. */
        OBERTHUR,
        /** Giesecke and Devrient, T=0. */
        GIESECKE_DEVRIENT,
        /** Giesecke and Devrient on SmartCafe 7, T=0. */
        GIESECKE_DEVRIENT_SCE7,
        /** No maker's: T=1. */
        SYNTHETIC_T1
    }

    /** Reads the word for a model. */
    static final class Models implements ITypeConverter<Model> {
        @Override
        public Model convert(String word) {
            return named(word, Model.values());
        }
    }

    /** Reads the word for an answer to reset. */
    static final class Atrs implements ITypeConverter<Atr> {
        @Override
        public Atr convert(String word) {
            return named(word, Atr.values());
        }
    }

    private static <T extends Enum<T>> T named(String word, T[] all) {
        return Arrays.stream(all)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + String.join(
                                ", ", List.of(all).stream().map(CardMake::word).toList()) + ", got " + word));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

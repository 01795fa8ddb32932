package org.cacharness.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.environment.Mutation;
import org.cacharness.simulator.card.CardMutant;
import org.cacharness.simulator.middleware.MiddlewareMutant;
import org.cacharness.simulator.middleware.MiddlewareProduct;
import org.cacharness.simulator.portal.PortalMutant;

/**
 * A world that is wrong in one way, and the scenarios that have to notice.
 *
 * @param name what is wrong where
 * @param mutation the wrong world
 * @param tags tag expression of the scenarios to run in it
 */
record Mutant(String name, Mutation mutation, String tags) {
    private static final String NOT_EVERY_COMBINATION = " and not @every-combination";
    private static final String NOT_FAULTS = " and not @card-fault";
    private static final String NOT_THE_MANY = NOT_EVERY_COMBINATION + " and not @people and not @status" + NOT_FAULTS;
    private static final String PEOPLE = "@people";
    private static final String STATUS = "@status";

    /** Wrong portals about which the many scenarios of one feature are: the others would only take time. */
    private static final Map<PortalMutant, String> FEATURES = features();

    /** Wrong cards that the scenarios about faulty cards notice: those where the member gets through, and those where not. */
    private static final Map<CardMutant, String> FAULTS = Map.of(
            CardMutant.REFUSES_RIGHT_PIN, " or @card-fault",
            CardMutant.FAULT_DOES_NOT_SHOW, " or @card-fault");

    /** Which scenarios notice a wrong card: the card's code does not know the procedure. */
    private static final Map<CardMutant, String> CARD_TAGS = new EnumMap<>(Map.of(
            CardMutant.ACCEPTS_ANY_PIN, "@need-pin or @step-6-pin",
            CardMutant.TRIES_DO_NOT_GO_DOWN, "@need-pin or @step-6-pin",
            CardMutant.NEVER_BLOCKS, "@need-pin or @step-6-pin",
            CardMutant.REFUSES_RIGHT_PIN, "@need-pin or @step-2 or @step-7",
            CardMutant.SIGNS_WITHOUT_PIN, "@step-6-pin or @step-1",
            CardMutant.SIGNS_WITH_ANOTHER_KEY, "@step-2 or @step-5-register or @step-6-password or @step-7",
            CardMutant.PIN_SURVIVES_REMOVAL, "@need-pin",
            CardMutant.CERTIFICATES_UNREADABLE, "@need-reader or @step-3",
            CardMutant.NEVER_REPORTED, "@need-reader or @step-2",
            CardMutant.QUERY_COSTS_A_TRY, "@need-pin"));

    /** Wrong portals that scenarios of another step notice, too. */
    private static final Map<PortalMutant, String> PORTAL_TAGS = Map.of(
            PortalMutant.REGISTERS_WITHOUT_CARD, "@step-6-certificate",
            PortalMutant.SESSION_SAYS_CAC, "(@step-1 or @step-2)",
            PortalMutant.FORBIDDEN_FOREVER, "(@forbidden-403 or @forbidden-403-recovery)");

    private static Map<PortalMutant, String> features() {
        Map<PortalMutant, String> features = new EnumMap<>(PortalMutant.class);
        EnumSet.range(PortalMutant.READS_NAME_GREEDILY, PortalMutant.TRUSTS_ANY_ISSUER)
                .forEach(mutant -> features.put(mutant, PEOPLE));
        features.put(PortalMutant.NEVER_READS_CRL, STATUS);
        features.put(PortalMutant.ACCEPTS_UNCHECKED, STATUS);
        return features;
    }

    /** Wrong portals that the scenarios of such a feature notice, too. */
    private static final Map<PortalMutant, String> BESIDE = Map.of(
            PortalMutant.CAC_LOGIN_WITHOUT_REGISTRATION, PEOPLE,
            PortalMutant.ACCEPTS_DEVICE_CERTIFICATE, PEOPLE + " or " + STATUS,
            PortalMutant.ACCEPTS_REVOKED, PEOPLE + " or " + STATUS,
            PortalMutant.ACCEPTS_SUSPENDED, STATUS,
            PortalMutant.ACCEPTS_EXPIRED, STATUS,
            PortalMutant.ACCEPTS_NOT_YET_VALID, STATUS);

    /** Mutants that no member can meet in the procedure, with the test that kills them instead. */
    static final Map<String, String> KILLED_ELSEWHERE = elsewhere();

    /** Mutants that need the 32 examples of step 6: those are about what is asked, or about both branches of step 5. */
    private static final List<PortalMutant> EVERY_COMBINATION = List.of(
            PortalMutant.CONFIRMS_WITHOUT_STORING,
            PortalMutant.NEVER_ASKS_FOR_PASSWORD,
            PortalMutant.ALWAYS_ASKS_FOR_PASSWORD);

    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        Arrays.stream(PortalMutant.values()).map(Mutant::of).forEach(all::add);
        Arrays.stream(CardMutant.values())
                .filter(mutant -> !KILLED_ELSEWHERE.containsKey(mutant.name()))
                .map(Mutant::of)
                .forEach(all::add);
        Arrays.stream(MiddlewareMutant.values()).map(Mutant::of).forEach(all::add);
        all.removeIf(mutant -> KILLED_ELSEWHERE.containsKey(mutant.wrong()));
        return all;
    }

    private static Mutant of(PortalMutant wrong) {
        String step = PORTAL_TAGS.getOrDefault(wrong, "@" + wrong.step());
        String tags = FEATURES.containsKey(wrong)
                ? FEATURES.get(wrong)
                : EVERY_COMBINATION.contains(wrong) ? "@every-combination or " + step : step + NOT_THE_MANY;
        return new Mutant(
                "portal " + wrong,
                Mutation.of(wrong),
                BESIDE.containsKey(wrong) ? "(" + tags + ") or " + BESIDE.get(wrong) : tags);
    }

    private static Mutant of(CardMutant wrong) {
        String tags = Optional.ofNullable(CARD_TAGS.get(wrong)).orElse("@step-7");
        return new Mutant(
                "card " + wrong,
                Mutation.of(wrong),
                "((" + tags + ")" + NOT_EVERY_COMBINATION + NOT_FAULTS + ")" + FAULTS.getOrDefault(wrong, ""));
    }

    private static Mutant of(MiddlewareMutant wrong) {
        String console = Stream.of(MiddlewareProduct.values())
                .filter(product -> wrong.row(product).isPresent())
                .map(product -> product == MiddlewareProduct.ACTIVCLIENT ? "@activclient" : "@activgold")
                .collect(Collectors.joining(" or "));
        return new Mutant("middleware " + wrong, Mutation.of(wrong), console + " or @need-reader");
    }

    private String wrong() {
        return name.substring(name.indexOf(' ') + 1);
    }

    private static Map<String, String> elsewhere() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("CHALLENGE_REPEATS", "the procedure uses no GET CHALLENGE: CardMutantTest");
        reasons.put("ACCEPTS_ENCRYPTION_CERTIFICATE", "no browser offers that certificate: PortalMutantTest");
        reasons.put("ACCEPTS_CARD_OF_ANOTHER_ACCOUNT", "needs two accounts of one person: PortalMutantTest");
        reasons.put("TRUSTS_FORGED_HEADER", "no browser forges the header: PortalMutantTest");
        return reasons;
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.cacharness.simulator.pki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One persona as JSON: an object with the fields of {@link Persona}, each a text, some of them null or left out. */
final class PersonaFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String OTHER = "other";
    private static final List<Field> ON_OTHER_CARD =
            List.of(Field.LAST, Field.COMPONENT, Field.EMAIL, Field.DEPARTMENT);

    private final String name;
    private final String within;
    private final JsonNode fields;

    private PersonaFile(String name, String within, JsonNode fields) {
        this.name = name;
        this.within = within;
        this.fields = fields;
    }

    /** A field's name, what it must look like, and whether a person may lack it. */
    private enum Field {
        ID("a name of letters and digits, such as \"Ada\"", "\\p{L}[\\p{L}\\d-]*", true),
        LAST(
                "a surname in upper case, at most 60 letters, spaces, hyphens and apostrophes",
                "\\p{Lu}[\\p{Lu}\\d '-]{0,59}",
                true),
        FIRST("a first name in upper case, at most 60 letters, spaces, hyphens and apostrophes", Field.NAME, true),
        MIDDLE("a middle name in upper case, or null", Field.NAME, false),
        GENERATION("JR, SR, II, III, IV or null", "JR|SR|II|III|IV", false),
        EDIPI("ten digits of the synthetic range 99xxxxxxxx, in quotes", "99\\d{8}", true),
        COMPONENT("an organisational unit in upper case, such as \"USA\"", "[A-Z][A-Z ,-]{1,39}", true),
        EMAIL("an address of the reserved domain mail.example, or null", "[a-z0-9.-]+@mail\\.example", false),
        USERNAME("an account name of lower-case letters, digits and dots", "[a-z][a-z0-9.]*", true),
        WHY("one sentence: what this person is there to test", ".*\\S.*", true),
        PROGRAMME("CAC, PIV, ECA, JITC or DEVICE", "CAC|PIV|ECA|JITC|DEVICE", false),
        SUBJECT("a common name of at most 64 letters, digits, spaces, dots and hyphens", "[A-Za-z0-9 .-]{1,64}", false),
        CITIZENSHIP("a country, two letters", "[A-Z]{2}", false),
        AFFILIATION("six digits: category, organisation, association", "[1-4]\\d{4}[1-7]", false),
        DEPARTMENT("DoD or DOD", "(?i)DoD", false),
        NUMBER("a number of one to sixteen digits, in quotes", "\\d{1,16}", false);

        private static final String NAME = "\\p{Lu}[\\p{Lu} '-]{0,59}";

        private final String expected;
        private final Pattern shape;
        private final boolean required;

        Field(String expected, String shape, boolean required) {
            this.expected = expected;
            this.shape = Pattern.compile(shape);
            this.required = required;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads one file's text.
     *
     * @param name the file's name, for messages
     * @throws PersonaFileException if it is not a persona
     */
    static Persona read(String name, String json) {
        JsonNode node = parse(name, json);
        PersonaFile file = new PersonaFile(name, "", node);
        file.refuseUnknownFields(known());
        return new Persona(
                file.required(Field.ID),
                file.required(Field.LAST),
                file.required(Field.FIRST),
                file.text(Field.MIDDLE),
                file.text(Field.GENERATION),
                new Edipi(file.required(Field.EDIPI)),
                file.required(Field.COMPONENT),
                file.text(Field.EMAIL),
                file.required(Field.USERNAME),
                file.required(Field.WHY),
                file.particulars());
    }

    private Particulars particulars() {
        Particulars ordinary = Particulars.ordinary();
        String affiliation = text(Field.AFFILIATION);
        return new Particulars(
                Programme.valueOf(textOr(Field.PROGRAMME, ordinary.programme().name())),
                text(Field.SUBJECT),
                textOr(Field.CITIZENSHIP, ordinary.citizenship()),
                affiliation == null ? null : Affiliation.ofDigits(affiliation),
                textOr(Field.DEPARTMENT, ordinary.department()),
                text(Field.NUMBER),
                otherCard());
    }

    private OtherCard otherCard() {
        JsonNode node = fields.get(OTHER);
        if (node == null || node.isNull()) {
            return OtherCard.SAME;
        }
        if (!node.isObject()) {
            throw new PersonaFileException(
                    name,
                    "field \"" + OTHER + "\"",
                    "what differs on the other card, between { and }",
                    kind(node),
                    "correct the value (or leave it out)");
        }
        PersonaFile other = new PersonaFile(name, OTHER + ".", node);
        other.refuseUnknownFields(ON_OTHER_CARD.stream().map(Field::key).toList());
        return new OtherCard(
                other.text(Field.LAST),
                other.text(Field.COMPONENT),
                other.text(Field.EMAIL),
                other.text(Field.DEPARTMENT));
    }

    private static List<String> known() {
        List<String> keys =
                new ArrayList<>(Arrays.stream(Field.values()).map(Field::key).toList());
        keys.add(OTHER);
        return keys;
    }

    private static JsonNode parse(String name, String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "text" : "line " + e.getLocation().getLineNr();
            String found = e.getOriginalMessage().lines().findFirst().orElse("something else");
            throw new PersonaFileException(name, line, "a JSON object", found, "correct the line");
        }
        if (!node.isObject()) {
            throw new PersonaFileException(
                    name, "whole file", "a JSON object", kind(node), "write the fields between { and }");
        }
        return node;
    }

    private void refuseUnknownFields(List<String> known) {
        List<String> unknown = new ArrayList<>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new PersonaFileException(
                    name,
                    "field \"" + within + unknown.get(0) + "\"",
                    "one of " + String.join(", ", known),
                    "an unknown field",
                    "correct its spelling or remove it");
        }
    }

    private String required(Field field) {
        String text = text(field);
        if (text == null) {
            throw wrong(field, "nothing", "add the field");
        }
        return text;
    }

    private String textOr(Field field, String ordinary) {
        String text = text(field);
        return text == null ? ordinary : text;
    }

    private @Nullable String text(Field field) {
        JsonNode node = fields.get(field.key());
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw wrong(field, kind(node), "write it as a text in quotes");
        }
        String text = node.textValue();
        if (!field.shape.matcher(text).matches()) {
            throw wrong(field, "\"" + oneLine(text) + "\"", "correct the value");
        }
        return text;
    }

    private PersonaFileException wrong(Field field, String found, String remedy) {
        String lack = field.required ? "" : " (or leave it out)";
        return new PersonaFileException(
                name, "field \"" + within + field.key() + "\"", field.expected, found, remedy + lack);
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode()
                ? "an empty file"
                : "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}

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

    private final String name;
    private final JsonNode fields;

    private PersonaFile(String name, JsonNode fields) {
        this.name = name;
        this.fields = fields;
    }

    /** A field's name, what it must look like, and whether a person may lack it. */
    private enum Field {
        ID("a name of letters and digits, such as \"Ada\"", "\\p{L}[\\p{L}\\d-]*", true),
        LAST("a surname in upper case, at most 60 letters, spaces, hyphens and apostrophes", Field.NAME, true),
        FIRST("a first name in upper case, at most 60 letters, spaces, hyphens and apostrophes", Field.NAME, true),
        MIDDLE("a middle name in upper case, or null", Field.NAME, false),
        GENERATION("JR, SR, II, III, IV or null", "JR|SR|II|III|IV", false),
        EDIPI("ten digits of the synthetic range 99xxxxxxxx, in quotes", "99\\d{8}", true),
        COMPONENT("an organisational unit in upper case, such as \"USA\"", "[A-Z]{2,20}", true),
        EMAIL("an address of the reserved domain mail.example, or null", "[a-z0-9.-]+@mail\\.example", false),
        USERNAME("an account name of lower-case letters, digits and dots", "[a-z][a-z0-9.]*", true),
        WHY("one sentence: what this person is there to test", ".*\\S.*", true);

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
        PersonaFile file = new PersonaFile(name, parse(name, json));
        file.refuseUnknownFields();
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
                file.required(Field.WHY));
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

    private void refuseUnknownFields() {
        List<String> known = Arrays.stream(Field.values()).map(Field::key).toList();
        List<String> unknown = new ArrayList<>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new PersonaFileException(
                    name,
                    "field \"" + unknown.get(0) + "\"",
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
        return new PersonaFileException(name, "field \"" + field.key() + "\"", field.expected, found, remedy + lack);
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

package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonasTest {
    private static final String GOOD = """
            {
              "id": "Zoe",
              "last": "PEBBLEBANK",
              "first": "ZOE",
              "middle": null,
              "edipi": "9912345678",
              "component": "USA",
              "email": "zoe@mail.example",
              "username": "zoe",
              "why": "A person of a test."
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void one_good_file() throws IOException {
        write("zoe.json", GOOD);
    }

    @Test
    void everybody_of_the_specification_is_there_with_an_edipi_of_their_own() {
        assertThat(Personas.builtIn().all()).hasSize(25);
        assertThat(Personas.builtIn().all().stream().map(Persona::edipi)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Ada,QUILLWORTH.ADA.MARIGOLD.9900000011",
                "Cleo,HAZELBROOK.CLEO.9900000033",
                "Dunstan,MOSSGROVE.DUNSTAN.X.9900000044",
                "Emmett,BRINDLECOMBE.EMMETT.ALDER.JR.9900000055",
                "Flora,VAN WILLOWMERE.FLORA.SAGE.9900000066",
                "Gideon,O'FERNLEY-ASHDOWN.GIDEON.WREN.9900000077",
                "Honoria,FEATHERSTONEHOLLOW-BUTTERMEREWICK.HONORIA-EVANGELINA.9900000088",
                "Jorun,AKERBLOEM-MUNIZO.JOERUN.ELISE.9900000105",
                "Kit,O.KIT.P.9900000116",
                "Lorcan,FENWHISTLE.LORCAN.TARRAGON.III.9900000127",
                "Lumo,LUMO.FNU.9900000138",
                "Tertia,TARN 3RD.TERTIA.ROWAN.9900000149",
                "Una,Una P. Wetherlam",
                "Vesper,Alderfen.Vesper.Q.ORC1000012345.ID",
                "Webster,kiosk-7.garrison.example"
            })
    void common_names_are_written_as_dod_writes_them(String id, String commonName) {
        assertThat(Personas.builtIn().named(id).commonName()).isEqualTo(commonName);
    }

    @Test
    void what_differs_on_the_other_card_differs_and_nothing_else() {
        Persona odile = Personas.builtIn().named("Odile");
        Persona magnus = Personas.builtIn().named("Magnus");

        assertThat(odile.onOtherCard().commonName()).isEqualTo("PELLWICK.ODILE.VETCH.9900000172");
        assertThat(odile.onOtherCard().email()).isEqualTo(odile.email());
        assertThat(magnus.onOtherCard().component()).isEqualTo("DLA");
        assertThat(magnus.onOtherCard().email()).isEqualTo("magnus.e.gorsebank.civ@mail.example");
        assertThat(magnus.sixteenDigits()).isEqualTo("9900000150121004");
        assertThat(magnus.onOtherCard().sixteenDigits()).isEqualTo("9900000150197001");
        assertThat(Personas.builtIn().named("Ada").onOtherCard())
                .isEqualTo(Personas.builtIn().named("Ada"));
    }

    @Test
    void a_folder_of_ones_own_is_read() {
        Personas personas = Personas.load(folder);

        assertThat(personas.named("Zoe").edipi()).isEqualTo(new Edipi("9912345678"));
        assertThat(personas.named("Zoe").middle()).isNull();
        assertThat(personas.all()).hasSize(1);
    }

    @Test
    void an_unknown_name_lists_the_known_ones() {
        assertThatThrownBy(() -> Personas.load(folder).named("Zoey"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage(
                        "persona: expected one of [Zoe], got \"Zoey\": correct the name, or add a file for this person");
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                arguments(
                        "wrong EDIPI",
                        GOOD.replace("9912345678", "1012345678"),
                        "field \"edipi\": expected ten digits of the synthetic range 99xxxxxxxx, in quotes,"
                                + " found \"1012345678\": correct the value"),
                arguments(
                        "EDIPI as a number",
                        GOOD.replace("\"9912345678\"", "9912345678"),
                        "field \"edipi\": expected ten digits of the synthetic range 99xxxxxxxx, in quotes,"
                                + " found a JSON number: write it as a text in quotes"),
                arguments(
                        "missing field",
                        GOOD.replace("  \"last\": \"PEBBLEBANK\",\n", ""),
                        "field \"last\": expected a surname in upper case, at most 60 letters, spaces, hyphens and"
                                + " apostrophes, found nothing: add the field"),
                arguments(
                        "unknown field",
                        GOOD.replace("\"last\"", "\"surname\""),
                        "field \"surname\": expected one of id, last, first, middle, generation, edipi, component,"
                                + " email, username, why, programme, subject, citizenship, affiliation, department, number, other,"
                                + " found an unknown field: correct its spelling or remove it"),
                arguments(
                        "address of a real domain",
                        GOOD.replace("mail.example", "army.mil"),
                        "field \"email\": expected an address of the reserved domain mail.example, or null,"
                                + " found \"zoe@army.mil\": correct the value (or leave it out)"),
                arguments(
                        "not JSON",
                        GOOD.replace("\"first\": \"ZOE\",", "\"first\": ZOE,"),
                        "line 4: expected a JSON object, found Unrecognized token 'ZOE'"),
                arguments(
                        "other card that is none",
                        GOOD.replace("\"middle\": null", "\"other\": \"another\""),
                        "field \"other\": expected what differs on the other card, between { and }, found a JSON string:"
                                + " correct the value (or leave it out)"),
                arguments(
                        "other card with another EDIPI",
                        GOOD.replace("\"middle\": null", "\"other\": {\"edipi\": \"9900000001\"}"),
                        "field \"other.edipi\": expected one of last, component, email, department, found an unknown"
                                + " field: correct its spelling or remove it"),
                arguments(
                        "other card with an address of a real domain",
                        GOOD.replace("\"middle\": null", "\"other\": {\"email\": \"zoe@army.mil\"}"),
                        "field \"other.email\": expected an address of the reserved domain mail.example, or null,"
                                + " found \"zoe@army.mil\": correct the value (or leave it out)"),
                arguments(
                        "unknown programme",
                        GOOD.replace("\"middle\": null", "\"programme\": \"CIA\""),
                        "field \"programme\": expected CAC, PIV, ECA, JITC or DEVICE, found \"CIA\": correct the value"
                                + " (or leave it out)"),
                arguments("cut short", GOOD.substring(0, 60), "expected a JSON object, found Unexpected end-of-input"),
                arguments(
                        "field given twice",
                        GOOD.replace("\"middle\": null", "\"first\": \"ZOEY\""),
                        "line 5: expected a JSON object, found Duplicate field 'first'"),
                arguments("two objects", GOOD + GOOD, "expected a JSON object, found Trailing token"),
                arguments("a list", "[]", "whole file: expected a JSON object, found a JSON array"),
                arguments("empty", "", "whole file: expected a JSON object, found an empty file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void a_damaged_file_is_refused_in_one_line(String damage, String json, String message) throws IOException {
        write("zoe.json", json);

        assertThatThrownBy(() -> Personas.load(folder))
                .isInstanceOf(PersonaFileException.class)
                .hasMessageStartingWith("persona file " + folder + "/zoe.json, ")
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"id,Zoe", "edipi,9912345678", "username,zoe"})
    void what_must_be_unique_is_refused_the_second_time(String field, String value) throws IOException {
        String other = GOOD.replace("\"Zoe\"", "\"Yan\"")
                .replace("9912345678", "9900000001")
                .replace("\"zoe\"", "\"yan\"");
        String old = switch (field) {
            case "id" -> "Yan";
            case "edipi" -> "9900000001";
            default -> "yan";
        };
        write("zzz.json", other.replace("\"" + old + "\"", "\"" + value + "\""));

        assertThatThrownBy(() -> Personas.load(folder))
                .isInstanceOf(PersonaFileException.class)
                .hasMessage("persona file " + folder + "/zzz.json, field \"" + field
                        + "\": expected a value that no other person has, found \"" + value + "\", which " + folder
                        + "/zoe.json has too: give each person another one");
    }

    @Test
    void other_bytes_than_utf_8_are_refused() throws IOException {
        Files.write(folder.resolve("zoe.json"), GOOD.replace("ZOE", "ZOË").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Personas.load(folder)).hasMessageContaining("expected UTF-8 text, found other bytes");
    }

    @Test
    void a_folder_without_people_is_refused() throws IOException {
        Files.delete(folder.resolve("zoe.json"));

        assertThatThrownBy(() -> Personas.load(folder))
                .hasMessageContaining("expected at least one *.json, found none");
        assertThatThrownBy(() -> Personas.load(folder.resolve("absent")))
                .hasMessageContaining("expected a readable folder, found NoSuchFileException");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }
}

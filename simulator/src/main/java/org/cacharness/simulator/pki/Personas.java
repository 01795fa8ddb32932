package org.cacharness.simulator.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;

/** The people of the scenarios, one JSON file each. */
public final class Personas {
    private static final String BUILT_IN = "/personas/ada.json";

    private final Map<String, Persona> byId = new LinkedHashMap<>();

    private Personas(Path folder, String shownAs) {
        Map<String, String> fileOf = new HashMap<>();
        for (Path file : filesIn(folder, shownAs)) {
            String name = shownAs + "/" + file.getFileName();
            Persona persona = PersonaFile.read(name, textOf(file, name));
            refuseSecond(fileOf, name, "id", persona.id());
            refuseSecond(fileOf, name, "edipi", persona.edipi().digits());
            refuseSecond(fileOf, name, "username", persona.username());
            byId.put(persona.id(), persona);
        }
    }

    /**
     * Reads every {@code *.json} of a folder, in the order of their names.
     *
     * @throws PersonaFileException if the folder or one of the files cannot be used
     */
    public static Personas load(Path folder) {
        return new Personas(folder, folder.toString());
    }

    /** The people that come with the simulator. */
    public static Personas builtIn() {
        URL anchor = Objects.requireNonNull(Personas.class.getResource(BUILT_IN), BUILT_IN);
        try {
            if (anchor.openConnection() instanceof JarURLConnection jar) {
                try (FileSystem files =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return new Personas(folderOf(files.getPath(BUILT_IN)), "personas");
                }
            }
            return new Personas(folderOf(Path.of(anchor.toURI())), "personas");
        } catch (IOException e) {
            throw new UncheckedIOException("personas of the simulator: cannot read " + anchor, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("personas of the simulator: cannot read " + anchor, e);
        }
    }

    /** Everybody, in the order of the files' names. */
    public List<Persona> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The person whom the scenarios call by this name.
     *
     * @throws NoSuchElementException if there is nobody of this name
     */
    public Persona named(String id) {
        Persona persona = byId.get(id);
        if (persona == null) {
            throw new NoSuchElementException("persona: expected one of " + byId.keySet() + ", got \"" + id
                    + "\": correct the name, or add a file for this person");
        }
        return persona;
    }

    private static void refuseSecond(Map<String, String> fileOf, String file, String field, String value) {
        String first = fileOf.putIfAbsent(field + " " + value, file);
        if (first != null) {
            throw new PersonaFileException(
                    file,
                    "field \"" + field + "\"",
                    "a value that no other person has",
                    "\"" + value + "\", which " + first + " has too",
                    "give each person another one");
        }
    }

    private static List<Path> filesIn(Path folder, String shownAs) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            throw new PersonaFileException(
                    shownAs, "folder", "a readable folder", e.getClass().getSimpleName(), "name another folder");
        }
        if (found.isEmpty()) {
            throw new PersonaFileException(
                    shownAs, "folder", "at least one *.json", "none", "add a file or name another folder");
        }
        return found;
    }

    private static String textOf(Path file, String name) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new PersonaFileException(name, "whole file", "UTF-8 text", "other bytes", "save the file in UTF-8");
        } catch (IOException e) {
            throw new PersonaFileException(
                    name, "whole file", "a readable file", e.getClass().getSimpleName(), "check its permissions");
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file of a folder");
    }
}

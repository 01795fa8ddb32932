package org.cacharness.simulator.portal;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the portal's stubs and pages lie: a tester's folder, or the built-in one on the class path. */
record StubFolder(Optional<Path> folder) {
    /** The built-in folder's name on the class path. */
    static final String BUILT_IN = "portal";

    /** Checks that a tester's folder has the two folders that WireMock wants. */
    StubFolder {
        folder.ifPresent(path -> {
            requireFolder(path.resolve("mappings"));
            requireFolder(path.resolve("__files"));
        });
    }

    /** The text of a page, part or script. */
    String read(String file) {
        try {
            return folder.isPresent()
                    ? Files.readString(folder.get().resolve("__files").resolve(file))
                    : builtIn("/" + BUILT_IN + "/__files/" + file);
        } catch (IOException e) {
            throw new StubFileException(
                    file, "expected a readable file in __files, got none", "put the file there, or name another page");
        }
    }

    /** Checks that a page can be compiled; the built-in ones are, by their test. */
    void requireSound(String page) {
        if (folder.isEmpty()) {
            return;
        }
        String text = read(page);
        if (page.endsWith(".html")) {
            requireTemplate(page, text);
        }
    }

    private static void requireTemplate(String page, String text) {
        try {
            new Handlebars().compileInline(text);
        } catch (HandlebarsException | IOException e) {
            throw new StubFileException(
                    page, "expected a Handlebars template, got " + e.getMessage(), "correct that line of the page");
        }
    }

    private static String builtIn(String resource) throws IOException {
        try (InputStream stream = StubFolder.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException(resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void requireFolder(Path path) {
        if (!Files.isDirectory(path)) {
            throw new StubFileException(
                    path.toString(),
                    "expected a folder, got none",
                    "name a folder that has mappings and __files, or none for the built-in portal");
        }
    }
}

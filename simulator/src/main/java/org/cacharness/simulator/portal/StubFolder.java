package org.cacharness.simulator.portal;

import com.github.jknack.handlebars.HandlebarsException;
import com.github.tomakehurst.wiremock.extension.responsetemplating.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the portal's stubs and pages lie: a tester's folder, or the built-in one on the class path. */
record StubFolder(Optional<Path> folder) {
    /** How a page takes a piece in: see {@link FrameHelper}. */
    private static final Pattern PART = Pattern.compile("\\{\\{\\s*part\\s+[\"']([^\"']+)[\"']");

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

    /** Checks that a page is there. */
    void requirePresent(String page) {
        if (folder.isPresent()) {
            read(page);
        }
    }

    /** Checks that every page and part of a tester's folder compiles; the built-in ones do, by their test. */
    void requireTemplates(Supplier<TemplateEngine> engines) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        TemplateEngine engine = engines.get();
        Path pages = folder.get().resolve("__files");
        try (Stream<Path> files = Files.walk(pages)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                requireTemplate(pages.relativize(page).toString(), engine);
            }
        }
    }

    private void requireTemplate(String page, TemplateEngine engine) {
        PART.matcher(read(page)).results().forEach(part -> requirePart(page, part.group(1)));
        try {
            // The engine drops what comes before the first braces; these keep the line numbers right.
            engine.getUncachedTemplate("{{! }}" + read(page));
        } catch (RuntimeException e) {
            throw new StubFileException(
                    page, "expected a Handlebars template, got " + place(e), "correct that line of the page");
        }
    }

    private void requirePart(String page, String part) {
        if (!Files.isReadable(folder.orElseThrow().resolve("__files").resolve(part))) {
            throw new StubFileException(
                    page,
                    "expected the part \"" + part + "\" in __files, got none",
                    "put the file there, or correct its name");
        }
    }

    private static String place(RuntimeException failure) {
        Throwable cause = failure.getCause() instanceof HandlebarsException ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage()).replaceFirst("inline@[0-9a-f]+:", "line ");
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

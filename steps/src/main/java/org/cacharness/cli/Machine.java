package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The machine as {@code cac doctor} asks it. */
interface Machine {
    /** Name of the operating system, as Java says it. */
    String system();

    /** Feature number of the JDK, for example 17. */
    int javaFeature();

    /** Version and vendor of the JDK. */
    String javaDescription();

    /** Whether a compiler is there, so that the launcher can build. */
    boolean hasCompiler();

    /** Where a program is, of these names the first that is on the path. */
    Optional<Path> program(String... names);

    /** The first line that a program prints, without its path; empty if it fails or takes longer than a few seconds. */
    Optional<String> firstLine(Path program, String... arguments);

    /** Whether there is such a file. */
    boolean exists(Path file);

    /** Names of the PC/SC readers, with {@code (card present)} where one is. */
    Readers readers();

    /** Things that crashed runs left: folders and processes. */
    List<String> leftovers();

    /** Whether a server may listen on a free port of the loopback. */
    boolean canListen();

    /**
     * Readers, or why none can be asked.
     *
     * @param names of the readers
     * @param problem why the list is empty, empty if it could be asked
     */
    record Readers(List<String> names, String problem) {}
}

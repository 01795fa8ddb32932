package org.cacharness.simulator.reader;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of this machine a private pcscd is made of. */
final class ReaderComponents {
    private static final List<String> PROGRAMS = List.of("pcscd", "unshare", "nsenter", "mount", "ip", "perl");
    private static final List<Path> DRIVERS = List.of(
            Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so"),
            Path.of("/usr/lib64/pcsc/drivers/serial/libifdvpcd.so"),
            Path.of("/usr/local/lib/pcsc/drivers/serial/libifdvpcd.so"));

    private ReaderComponents() {}

    /** What is missing, in words; empty if all is there. */
    static List<String> missing() {
        List<String> missing = new ArrayList<>();
        PROGRAMS.stream().filter(name -> find(name).isEmpty()).forEach(missing::add);
        if (driver().isEmpty()) {
            missing.add("libifdvpcd.so (package vsmartcard-vpcd)");
        }
        return missing;
    }

    /** The driver, if it is installed. */
    static Optional<Path> driver() {
        return DRIVERS.stream().filter(Files::isReadable).findFirst();
    }

    /**
     * Where a program is.
     *
     * @throws VirtualReaderException if it is not installed
     */
    static String program(String name) {
        return find(name)
                .orElseThrow(() -> new VirtualReaderException(
                        "Virtual reader: expected " + name + " on this machine, found none: " + PrivatePcscd.ADVICE))
                .toString();
    }

    /** On the path, and where administrators' programs are: a person's path often leaves those out. */
    private static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin", "/usr/bin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

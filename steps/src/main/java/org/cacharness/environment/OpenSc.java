package org.cacharness.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenSC's PKCS#11 module and the PC/SC library on this machine, and how OpenSC is to behave. */
final class OpenSc {
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib");

    private static final String LIBRARY = "sun.security.smartcardio.library";

    private OpenSc() {}

    /** What is missing, and what to do about it. */
    static Optional<String> obstacle() {
        List<String> missing = Stream.of("opensc-pkcs11.so", "libpcsclite.so.1")
                .filter(name -> find(name).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + ": run scripts/install-virtual-reader");
    }

    static Path module() {
        return find("opensc-pkcs11.so").orElseThrow();
    }

    static Path pcscLibrary() {
        return find("libpcsclite.so.1").orElseThrow();
    }

    /**
     * Tells the JDK where the PC/SC library is, unless the user did: it looks for one by the name that only development packages
     * install. It asks once in a process, so this comes before the first look at readers.
     */
    static void showPcscLibraryToJdk() {
        if (System.getProperty(LIBRARY) == null) {
            find("libpcsclite.so.1").ifPresent(library -> System.setProperty(LIBRARY, library.toString()));
        }
    }

    /**
     * Writes OpenSC's settings. A PIN that OpenSC kept would be sent again whenever it thinks fit, which no plan knows of; and a
     * certificate that it kept on disk would outlive its card.
     */
    static Path configure(Path folder) throws IOException {
        return Files.writeString(folder.resolve("opensc.conf"), """
                app default {
                    framework pkcs15 {
                        use_pin_caching = false;
                        use_file_caching = no;
                    }
                }
                """);
    }

    private static Optional<Path> find(String library) {
        return FOLDERS.stream()
                .flatMap(folder -> Stream.of(Path.of(folder, library), Path.of(folder, "pkcs11", library)))
                .filter(Files::isReadable)
                .findFirst();
    }
}

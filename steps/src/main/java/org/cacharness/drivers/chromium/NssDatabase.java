package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One computer's NSS database, where Chromium looks for authorities and for PKCS#11 modules: {@code ~/.pki/nssdb}.
 */
public final class NssDatabase {
    private static final long LIMIT_SECONDS = 20;

    private final ChromiumPrograms programs;
    private final Path home;

    private NssDatabase(ChromiumPrograms programs, Path home) {
        this.programs = programs;
        this.home = home;
    }

    /** Makes an empty one without a password. */
    public static NssDatabase create(ChromiumPrograms programs, Path home) throws IOException {
        NssDatabase database = new NssDatabase(programs, home);
        Files.createDirectories(home.resolve(".pki/nssdb"));
        database.run("certutil", "-N", "--empty-password");
        return database;
    }

    /** Trusts an authority for servers. */
    public void trust(String name, X509Certificate authority) throws IOException {
        Path file = home.resolve(name + ".cer");
        try {
            Files.write(file, authority.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Trust " + name + ": its certificate cannot be encoded", e);
        }
        run("certutil", "-A", "-n", name, "-t", "C,,", "-i", file.toString());
    }

    /**
     * Registers a PKCS#11 module. Its certificates can be read without the PIN ({@code FRIENDLY}), as those of a CAC can: NSS then
     * shows the certificate chooser first, and asks for the PIN of the chosen certificate's card only.
     */
    void register(String name, Path module) {
        run("modutil", "-force", "-add", name, "-libfile", module.toString(), "-mechanisms", "FRIENDLY");
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.path(program)));
        command.addAll(List.of(arguments));
        command.addAll(List.of(program.equals("modutil") ? "-dbdir" : "-d", "sql:" + home.resolve(".pki/nssdb")));
        Path log = home.resolve("nss.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HOME", home.toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            } else if (process.exitValue() == 0) {
                return;
            }
            throw new IllegalStateException(String.join(" ", command) + ": expected success, it said: "
                    + Files.readString(log).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(program + ": could not be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + ": interrupted", e);
        }
    }
}

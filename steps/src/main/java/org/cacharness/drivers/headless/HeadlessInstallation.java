package org.cacharness.drivers.headless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.chromium.CommonSettings;
import org.cacharness.drivers.chromium.NssDatabase;

/**
 * Chromium as it is installed for one round of scenarios: which authorities it trusts, the certificate chooser, and the folders of all
 * browsers, which go with it.
 */
public final class HeadlessInstallation implements AutoCloseable {
    /** Of a Chromium wherever it is: nothing over the network but what it is told. */
    static final List<String> ARGUMENTS = Stream.concat(
                    CommonSettings.ARGUMENTS.stream(),
                    Stream.of(
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
                            "--disable-quic",
                            "--disable-dev-shm-usage"))
            .toList();

    private static final Patience GONE = new Patience(Duration.ofSeconds(5));
    private static final String DATABASE = ".pki/nssdb";

    private final ChromiumPrograms programs;
    private final boolean headed;
    private final Path folder;
    private final CertificateChooser chooser = CertificateChooser.start();
    private final AtomicInteger homes = new AtomicInteger();
    private final ConcurrentLinkedQueue<HeadlessProcess> running = new ConcurrentLinkedQueue<>();
    private final Thread hook = new Thread(this::end, "headless-end");

    private HeadlessInstallation(ChromiumPrograms programs, boolean headed, Path folder) {
        this.programs = programs;
        this.headed = headed;
        this.folder = folder;
    }

    /**
     * Installs it; no browser is started yet.
     *
     * @param programs of this machine
     * @param authorities that all computers trust for servers
     * @param headed whether the windows are to be seen
     */
    public static HeadlessInstallation prepare(
            ChromiumPrograms programs, List<X509Certificate> authorities, boolean headed) {
        try {
            Path folder = BrowserEnvironment.newHome();
            HeadlessInstallation installation = new HeadlessInstallation(programs, headed, folder);
            Runtime.getRuntime().addShutdownHook(installation.hook);
            try {
                installation.trust(authorities);
                return installation;
            } catch (IOException | RuntimeException failed) {
                installation.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium: its folder cannot be written: " + e.getMessage(), e);
        }
    }

    private void trust(List<X509Certificate> authorities) throws IOException {
        NssDatabase database = NssDatabase.create(programs, folder);
        for (X509Certificate authority : authorities) {
            database.trust("authority-" + authorities.indexOf(authority), authority);
        }
    }

    /** For one thread that runs scenarios: its computers share a browser process, where scenarios do not want their own. */
    public BridgedWorker worker() {
        return new HeadlessWorker(this);
    }

    CertificateChooser chooser() {
        return chooser;
    }

    /** A home folder for one browser process after the other. */
    Path newHome() {
        try {
            Path home = Files.createDirectory(folder.resolve(Integer.toString(homes.incrementAndGet())));
            Path copy = Files.createDirectories(home.resolve(DATABASE));
            try (Stream<Path> files = Files.list(folder.resolve(DATABASE))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium: its folder cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a browser.
     *
     * @param home from {@link #newHome}
     * @param proxy for https, where the whole browser has one
     */
    HeadlessProcess start(Path home, Optional<String> proxy) {
        HeadlessProcess started = HeadlessProcess.start(programs, home, arguments(home, proxy));
        running.add(started);
        return started;
    }

    void end(HeadlessProcess ended) {
        ended.close();
        running.remove(ended);
    }

    private List<String> arguments(Path home, Optional<String> proxy) {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--user-data-dir=" + home.resolve("profile"));
        if (!headed) {
            arguments.add("--headless=new");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        proxy.ifPresent(address -> {
            arguments.add("--proxy-server=https=" + address);
            arguments.add("--proxy-bypass-list=<-loopback>");
        });
        return arguments;
    }

    /** Deletes a folder with all that is in it; what cannot be deleted has the harness's prefix, and doctor names it. */
    static boolean delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException changing) {
            return !Files.exists(folder);
        }
        return !Files.exists(folder);
    }

    /** The same, while processes that were ended may still write a last file. */
    static void deleteSoon(Path folder) {
        GONE.until(() -> delete(folder));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already, and does the same
        }
        end();
    }

    private synchronized void end() {
        running.forEach(HeadlessProcess::close);
        running.clear();
        chooser.close();
        deleteSoon(folder);
    }
}

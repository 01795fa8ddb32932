package org.cacharness.drivers.chromium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.drivers.TemporaryInternetFiles;

/** Chromium's disk cache, in the profile that all browsers of a computer use one after the other. */
final class ProfileCache implements TemporaryInternetFiles {
    private final Supplier<Optional<ChromiumBrowser>> browser;
    private final Supplier<Path> profile;

    ProfileCache(Supplier<Optional<ChromiumBrowser>> browser, Supplier<Path> profile) {
        this.browser = browser;
        this.profile = profile;
    }

    /** As the open browser has it, which is asked, since the files on disk are in a form of Chromium's own. */
    @Override
    public Optional<byte[]> endingIn(String path) {
        return browser.get().flatMap(open -> open.used(path)).map(content -> content.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes the files under the browser, as the procedure has it, and not by the browser's own command, which clears its memory too. */
    @Override
    public void deleteAll() {
        ChromiumLauncher.delete(profile.get().resolve("Default/Cache"));
        ChromiumLauncher.delete(profile.get().resolve("Default/Code Cache"));
    }
}

package org.cacharness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code cac doctor} looks for, and what it advises. */
final class Examination {
    private static final int OLDEST_JAVA = 17;
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\.\\d+");
    /** Where packages put PKCS#11 modules: Debian, Fedora, macOS (Homebrew and OpenSC's installer), Windows. */
    private static final List<String> MODULES = List.of(
            "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
            "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
            "/usr/lib64/pkcs11/opensc-pkcs11.so",
            "/usr/lib64/opensc-pkcs11.so",
            "/usr/lib/opensc-pkcs11.so",
            "/usr/lib/libcackey.so",
            "/usr/lib64/libcackey.so",
            "/usr/lib/libcoolkeypk11.so",
            "/Library/OpenSC/lib/opensc-pkcs11.so",
            "/opt/homebrew/lib/opensc-pkcs11.so",
            "/usr/local/lib/opensc-pkcs11.so",
            "/Library/CACKey/libcackey.dylib",
            "C:/Program Files/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll",
            "C:/Program Files (x86)/OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll",
            "C:/Program Files/HID Global/ActivClient/acpkcs211.dll",
            "C:/Program Files/ActivIdentity/ActivClient/acpkcs211.dll");

    private final Machine machine;

    Examination(Machine machine) {
        this.machine = machine;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        all.add(java());
        all.add(compiler());
        all.add(loopback());
        all.addAll(browser());
        all.addAll(reader());
        all.add(module());
        Stream.of("certutil", "modutil", "Xvfb", "openssl", "pkcs11-tool")
                .map(this::tool)
                .forEach(all::add);
        all.add(leftovers());
        return all;
    }

    private Finding java() {
        return machine.javaFeature() >= OLDEST_JAVA
                ? Finding.ok("JDK", machine.javaDescription())
                : Finding.bad(
                        "JDK", machine.javaDescription(), "install a JDK of version 17 or newer, set JAVA_HOME to it");
    }

    private Finding compiler() {
        return machine.hasCompiler()
                ? Finding.ok("Java compiler", "in this JDK")
                : Finding.attention(
                        "Java compiler", "none: this is a JRE", "install a JDK, else changed sources cannot be built");
    }

    private Finding loopback() {
        return machine.canListen()
                ? Finding.ok("Ports", "a free port of the loopback can be listened on")
                : Finding.bad(
                        "Ports", "no port of the loopback can be listened on", "allow Java in the local firewall");
    }

    private List<Finding> browser() {
        Optional<Path> browser = machine.program("chromium", "chromium-browser", "google-chrome", "chrome")
                .or(() -> first(
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "C:/Program Files/Google/Chrome/Application/chrome.exe"));
        Optional<Path> driver = machine.program("chromedriver");
        String browserVersion = browser.map(this::version).orElse("");
        String driverVersion = driver.map(this::version).orElse("");
        List<Finding> found = new ArrayList<>();
        found.add(browser.map(path -> Finding.ok("Chromium", path + ", " + browserVersion))
                .orElseGet(() -> Finding.absent(
                        "Chromium", "none", "only scenarios of a real browser need it: install chromium or Chrome")));
        found.add(driver.map(path -> Finding.ok("ChromeDriver", path + ", " + driverVersion))
                .orElseGet(() -> Finding.absent(
                        "ChromeDriver", "none", "only scenarios of a real browser need it: install chromium-driver")));
        if (!major(browserVersion).equals(major(driverVersion)) && browser.isPresent() && driver.isPresent()) {
            found.add(Finding.attention(
                    "Browser and driver", "different major versions", "install them from the same source"));
        }
        return found;
    }

    private List<Finding> reader() {
        Machine.Readers readers = machine.readers();
        List<Finding> found = new ArrayList<>();
        if (machine.system().toLowerCase(Locale.ROOT).contains("linux")) {
            found.add(machine.program("pcscd")
                    .or(() -> first("/usr/sbin/pcscd"))
                    .map(path -> Finding.ok("pcscd", path + ", " + version(path)))
                    .orElseGet(() -> Finding.absent(
                            "pcscd", "none", "only cards in a reader need it: install pcscd, start its service")));
            found.add(virtualReader());
        }
        if (readers.names().isEmpty()) {
            String why = readers.problem().isEmpty() ? "none" : "none (" + readers.problem() + ")";
            found.add(Finding.absent("Card reader", why, "only cards in a reader need it: plug one in, start pcscd"));
        }
        readers.names().forEach(name -> found.add(Finding.ok("Card reader", name)));
        return found;
    }

    private Finding virtualReader() {
        Optional<Path> driver = first(
                "/usr/lib/pcsc/drivers/serial/libifdvpcd.so",
                "/usr/lib64/pcsc/drivers/serial/libifdvpcd.so",
                "/usr/local/lib/pcsc/drivers/serial/libifdvpcd.so");
        return driver.map(path -> Finding.ok("Virtual reader", "vpcd, " + withVersion(path)))
                .orElseGet(() -> Finding.absent(
                        "Virtual reader",
                        "no vpcd driver",
                        "only ./cac card needs it: run scripts/install-virtual-reader"));
    }

    private Finding module() {
        List<String> there =
                MODULES.stream().filter(name -> machine.exists(Path.of(name))).toList();
        return there.isEmpty()
                ? Finding.absent(
                        "PKCS#11 module",
                        "none at the usual places",
                        "only cards in a reader need it: install OpenSC, or the vendor's middleware")
                : Finding.ok(
                        "PKCS#11 module",
                        there.stream().map(Path::of).map(this::withVersion).collect(Collectors.joining(", ")));
    }

    private Finding tool(String name) {
        return machine.program(name)
                .map(path -> Finding.ok(name, withVersion(path)))
                .orElseGet(() -> Finding.absent(
                        name,
                        "none",
                        "only needed with a real browser or reader: run scripts/install-virtual-reader, or install "
                                + switch (name) {
                                    case "openssl" -> "openssl";
                                    case "pkcs11-tool" -> "opensc";
                                    case "Xvfb" -> "xvfb (xorg-x11-server-Xvfb)";
                                    default -> "libnss3-tools (nss-tools)";
                                }));
    }

    private Finding leftovers() {
        List<String> left = machine.leftovers();
        return left.isEmpty()
                ? Finding.ok("Left-overs", "none of an earlier crash")
                : Finding.attention(
                        "Left-overs",
                        left.stream().limit(5).collect(Collectors.joining("; "))
                                + (left.size() > 5 ? "; and " + (left.size() - 5) + " more" : ""),
                        "if no run is going on: end the processes, delete the folders");
    }

    private Optional<Path> first(String... places) {
        return Stream.of(places).map(Path::of).filter(machine::exists).findFirst();
    }

    /** Most of these files do not say their version; the package that they come from does. */
    private String withVersion(Path file) {
        return machine.program("dpkg-query")
                .flatMap(dpkg -> machine.firstLine(dpkg, "--search", file.toString())
                        .map(found -> found.substring(0, found.lastIndexOf(':')))
                        .flatMap(name -> machine.firstLine(dpkg, "--show", "--showformat=${Package} ${Version}", name)))
                .or(() -> machine.program("rpm")
                        .flatMap(rpm -> machine.firstLine(rpm, "--query", "--file", file.toString())))
                .map(version -> file + ", " + version)
                .orElse(file.toString());
    }

    private String version(Path program) {
        if (machine.system().startsWith("Windows")) {
            // There chrome.exe --version opens a window.
            return "version not asked";
        }
        return machine.firstLine(program, "--version").orElse("version unknown");
    }

    private static String major(String version) {
        Matcher number = MAJOR.matcher(version);
        return number.find() ? number.group(1) : "";
    }
}

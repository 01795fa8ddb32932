package org.cacharness.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cacharness.cli.Main;
import org.cacharness.edge.ModuleSlots;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardLedger;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.ContactCard;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.cacharness.simulator.reader.VirtualReader;

/**
 * A CAC in a reader, as a harness in another process meets a real one: of a PKI that it does not know, and counting what it is
 * sent.
 */
final class CardOfAnotherProcess implements AutoCloseable {
    static final String SERIAL = CardSerial.of(4711).hex();

    private static final String PIN = "73914682";

    private final Path folder;
    private final Simulation simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets());
    private final PrivatePcscd pcscd = PrivatePcscd.start();
    private final SimulatedCac card = issue();

    CardOfAnotherProcess(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("issuers.pem"), Pem.of(simulation.pki().trustAnchors()));
        allow(SERIAL + "  Ada's card for tests");
        givePin(PIN);
        insert();
    }

    private SimulatedCac issue() {
        return SimulatedCac.personalise(CardContents.of(
                new CardSerial(SERIAL),
                simulation.persona("Ada"),
                simulation.pki().issueCac(simulation.persona("Ada")),
                PIN.toCharArray()));
    }

    CardLedger ledger() {
        return card.ledger();
    }

    /** What must stand nowhere: of the holder, and the numbers of card and certificates. */
    List<String> personalData() {
        List<String> all = new ArrayList<>(holder());
        all.add(SERIAL);
        card.contents()
                .credentials()
                .forEach(credential ->
                        all.add(credential.certificate().getSerialNumber().toString(16)));
        return all;
    }

    /** Who holds the card: name and EDIPI. */
    List<String> holder() {
        Persona ada = simulation.persona("Ada");
        return List.of(ada.last(), ada.edipi().digits());
    }

    int triesLeft() {
        return card.triesLeft();
    }

    VirtualReader reader() {
        return pcscd.readers().get(0);
    }

    void insert() {
        reader().insert(ContactCard.of(card, AtrProfile.GEMALTO));
    }

    /** The same card behind a reader or a chip that answers each PIN with 6C08, wrong length, whatever the card says. */
    void insertAnsweringWrongLengthToPins() {
        reader().pull();
        ContactCard sound = ContactCard.of(card, AtrProfile.GEMALTO);
        reader().insert(new ContactCard() {
            @Override
            public byte[] atr() {
                return sound.atr();
            }

            @Override
            public void powerOn() {
                sound.powerOn();
            }

            @Override
            public void powerOff() {
                sound.powerOff();
            }

            @Override
            public void reset() {
                sound.reset();
            }

            @Override
            public byte[] transceive(byte[] command) {
                byte[] response = sound.transceive(command);
                return command.length > 5 && command[1] == 0x20 ? new byte[] {0x6C, 0x08} : response;
            }
        });
    }

    /** A wrong PIN, entered with other software. */
    void loseTry() {
        byte[] verify = {0, 0x20, 0, 0, 8, '0', '0', '0', '0', '0', '0', (byte) 0xFF, (byte) 0xFF};
        card.transceive(verify);
    }

    /** A feature in which the portal and the card name the holder. */
    String registration() throws IOException {
        return Files.writeString(folder.resolve("registration.feature"), """
                Feature: Registration with a card of other issuers

                  @hardware-safe @presents-pin-1
                  Scenario: Ada registers the card from the reader
                    Given Ada's certificates were made available with ActivClient
                    When Ada registers her CAC
                    Then a screen says that Ada has registered her CAC
                    And the portal holds the certificate of Ada's CAC for her account
                """).toString();
    }

    void allow(String... lines) throws IOException {
        Files.write(folder.resolve("allowed.txt"), List.of(lines));
    }

    void givePin(String pin) throws IOException {
        Path file = folder.resolve("pin");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pin + "\n");
    }

    /** The right PIN, by other software, which then resets the card: the tries are three again. */
    void enterRightPinElsewhere() {
        byte[] verify = {0, 0x20, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0};
        for (int i = 0; i < PIN.length(); i++) {
            verify[5 + i] = (byte) PIN.charAt(i);
        }
        card.transceive(verify);
        card.reset();
    }

    static String rightPin() {
        return PIN;
    }

    static String wrongPin() {
        return "00000000";
    }

    Path state() {
        return folder.resolve("state");
    }

    Path report() {
        return folder.resolve("report");
    }

    /** What the environment of a process needs to meet this card. */
    Map<String, String> environment() {
        return pcscd.clientEnvironment();
    }

    /** {@code cac run --card auto}, with the usual options, to its end. */
    Ended auto(String... selection) throws Exception {
        List<String> words = new ArrayList<>(autoWords());
        words.addAll(Arrays.asList(selection));
        return cac(words.toArray(String[]::new));
    }

    List<String> autoWords() {
        return autoWords("run");
    }

    /** A command with the options that let it use the card. */
    List<String> autoWords(String command) {
        return List.of(
                command,
                "--card=auto",
                "--allowed-cards=" + folder.resolve("allowed.txt"),
                "--pin-file=" + folder.resolve("pin"),
                "--trust=" + folder.resolve("issuers.pem"));
    }

    /** The command line in a process of its own. */
    Ended cac(String... words) throws Exception {
        return Ended.of(start(Main.class.getName(), words));
    }

    Process start(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dcac.terminal=false",
                "-Dcac.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-Dsun.security.smartcardio.library=" + OpenSc.pcscLibrary(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(command.size() - 3, ModuleSlots.JVM_OPTIONS);
        command.addAll(Arrays.asList(arguments));
        if (main.equals(Main.class.getName()) && List.of("run", "record").contains(arguments[0])) {
            command.addAll(List.of("--state=" + state(), "--report=" + report()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        builder.environment().put("OPENSC_CONF", OpenSc.configure(folder).toString());
        return builder.start();
    }

    /** What a process printed, and its exit code. */
    record Ended(int code, String output) {
        static Ended of(Process process) throws Exception {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        }
    }

    @Override
    public void close() {
        pcscd.close();
        card.close();
        simulation.close();
    }
}

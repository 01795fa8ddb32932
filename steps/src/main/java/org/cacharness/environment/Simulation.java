package org.cacharness.environment;

import java.net.URI;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.card.CardMutant;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;
import org.cacharness.timeline.EventLog;

/**
 * What the scenarios of one run share, none of which a scenario can change for another: the people, the test PKI, and the
 * PINs that the people know. May be used by several threads.
 */
public final class Simulation implements AutoCloseable {
    private static final int PIN_DIGITS = 8;
    private static final int SHORT_PIN_DIGITS = 4;

    private final SimulationSettings settings;
    private final Secrets secrets;
    private final Personas personas;
    private final TestPki pki;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong serials = new AtomicLong();
    private final Map<String, char[]> pins = new ConcurrentHashMap<>();

    private Simulation(SimulationSettings settings, Secrets secrets, Personas personas, TestPki pki) {
        this.settings = settings;
        this.secrets = secrets;
        this.personas = personas;
        this.pki = pki;
    }

    /** Reads the people and starts the test PKI. */
    public static Simulation start(SimulationSettings settings, Secrets secrets) {
        Personas personas = settings.personas().map(Personas::load).orElseGet(Personas::builtIn);
        return new Simulation(settings, secrets, personas, TestPki.start());
    }

    /** The same people and PKI in a world that is wrong in some way; it ends with this one. */
    public Simulation wrong(Mutation mutation) {
        return new Simulation(settings.with(mutation), secrets, personas, pki);
    }

    /** A test bed for one scenario. */
    public SimulatedTestBed testBed() {
        return testBed(new InProcessReaders(), Browsers.embedded(this));
    }

    /** A test bed for one scenario, whose cards are in other readers than this process's own, or whose browsers are others. */
    SimulatedTestBed testBed(Readers readers, Browsers browsers) {
        return new SimulatedTestBed(this, readers, browsers);
    }

    /**
     * The portal of another scenario.
     *
     * @param started is told under which addresses it is reached, when it is
     * @param events gets what changes in it, where that can be seen
     */
    PortalInUse portal(Consumer<List<URI>> started, EventLog events) {
        return settings.live()
                .map(live -> live.inUse(secrets))
                .or(() -> settings.recording().map(recording -> new ReplayedPortal(this, started, recording)))
                .orElseGet(() -> new MockedPortal(this, started, events));
    }

    /** The authorities whom members' browsers trust for servers. */
    KeyStore browserTrust() {
        return settings.live().map(LivePortal::trusted).orElseGet(pki::browserTrust);
    }

    /** The authorities that a Chromium has to be told of: the test PKI's, and those that the user named for a live portal. */
    List<X509Certificate> authoritiesToInstall() {
        Set<X509Certificate> all = new LinkedHashSet<>(Authorities.in(pki.browserTrust()));
        settings.live().ifPresent(live -> all.addAll(live.authoritiesToInstall()));
        return List.copyOf(all);
    }

    /** The hosts of a live portal that ask for the card, at whatever port; none where the portal is started here. */
    Set<String> liveCardHosts() {
        return settings.live().map(LivePortal::cardHosts).orElse(Set.of());
    }

    SimulationSettings settings() {
        return settings;
    }

    Secrets secrets() {
        return secrets;
    }

    java.util.List<Persona> people() {
        return personas.all();
    }

    Persona persona(String name) {
        return personas.named(name);
    }

    TestPki pki() {
        return pki;
    }

    /** Hides the holder of a certificate, where the run hides people; what scenarios call somebody hides nobody. */
    void hideHolder(X509Certificate certificate) {
        secrets.hideHolder(certificate, people().stream().map(Persona::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** A serial number that no other card of the run has. */
    CardSerial nextSerial() {
        return CardSerial.of(serials.incrementAndGet());
    }

    /**
     * Issues what goes on a card, with the person's PIN.
     *
     * @param order what card, for whom
     * @param model a card without a PIV application has the certificates of the CAC edge alone
     */
    CardContents contents(CardOrder order, CardModel model) {
        return withPin(order.persona(), pin -> {
            CardContents contents = model.hasPiv()
                    ? CardContents.of(nextSerial(), order.persona(), pki.issueCard(order), pin)
                    : CardContents.of(nextSerial(), order.persona(), pki.issueCac(order), pin);
            contents.credentials().forEach(credential -> {
                secrets.register(credential.privateKey());
                hideHolder(credential.certificate());
            });
            return contents.as(model);
        });
    }

    /** The PIN of a person's cards: one for each person and run, in a copy. */
    char[] pin(Persona persona) {
        return pins.computeIfAbsent(persona.id(), unknown -> newPin()).clone();
    }

    /** Does something with the PIN of a person's cards, and zeroes the copy. */
    <T> T withPin(Persona persona, Function<char[], T> use) {
        char[] pin = pin(persona);
        try {
            return use.apply(pin);
        } finally {
            Arrays.fill(pin, '0');
        }
    }

    /** A PIN that is not the person's, in a copy: one digit differs. */
    char[] wrongPin(Persona persona) {
        char[] pin = pin(persona);
        pin[0] = pin[0] == '9' ? '0' : (char) (pin[0] + 1);
        secrets.register(SecretKind.PIN, pin);
        return pin;
    }

    /**
     * Four digits that are no card's PIN: the people's have eight. They are no secret therefore, and four digits stand in every
     * report by chance.
     */
    char[] shortPin() {
        char[] pin = new char[SHORT_PIN_DIGITS];
        for (int i = 0; i < pin.length; i++) {
            pin[i] = (char) ('0' + random.nextInt(10));
        }
        return pin;
    }

    /** The fault, unless this world is one in which faults do not show. */
    Optional<CardFault> shown(CardFault fault) {
        return settings.mutation().card().contains(CardMutant.FAULT_DOES_NOT_SHOW)
                ? Optional.empty()
                : Optional.of(fault);
    }

    /** A password good enough for the portal's rules; never the same twice. */
    char[] newPassword() {
        char[] password = new char[16];
        String letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        for (int i = 0; i < password.length; i++) {
            password[i] = i % 5 == 4 ? '-' : letters.charAt(random.nextInt(letters.length()));
        }
        secrets.register(SecretKind.PASSWORD, password);
        return password;
    }

    private char[] newPin() {
        char[] pin = new char[PIN_DIGITS];
        for (int i = 0; i < pin.length; i++) {
            pin[i] = (char) ('0' + random.nextInt(10));
        }
        secrets.register(SecretKind.PIN, pin);
        return pin;
    }

    @Override
    public void close() {
        pki.close();
        pins.values().forEach(pin -> Arrays.fill(pin, '0'));
    }
}

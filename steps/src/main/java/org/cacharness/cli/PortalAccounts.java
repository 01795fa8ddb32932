package org.cacharness.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cacharness.drivers.Password;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;

/** The accounts that scenarios may use at a live portal. Its text never holds a password. */
public final class PortalAccounts implements AutoCloseable {
    private static final String LINE =
            "a person's name, the username and the password on each line, for example \"Ada" + " ada.lovelace …\"";

    private final Map<String, Account> accounts;

    private PortalAccounts(Map<String, Account> accounts) {
        this.accounts = accounts;
    }

    private record Account(String username, Supplier<Password> password) {}

    /**
     * Accounts that no file names.
     *
     * @param usernames by person
     * @param passwords gives each person's, the same whenever it is asked
     */
    public static PortalAccounts of(Map<String, String> usernames, Function<String, Password> passwords) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        usernames.forEach(
                (person, username) -> accounts.put(person, new Account(username, () -> passwords.apply(person))));
        return new PortalAccounts(accounts);
    }

    /**
     * Reads one account a line: the person's name in the scenarios, the username, and the password, which is the rest of the line.
     * Empty lines, and lines that begin with #, are left out.
     *
     * @param source how an error names it; the file's content is never told
     * @param bytes UTF-8; cleared afterwards
     * @throws BadInputException if a line has no three parts, or a person comes twice
     */
    static PortalAccounts parse(String source, byte[] bytes) throws BadInputException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        char[] text =
                StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes)).array();
        try {
            int number = 0;
            for (int from = 0; from < text.length; ) {
                int end = end(text, from);
                number++;
                read(source + ":" + number, Arrays.copyOfRange(text, from, end), accounts);
                from = end + 1;
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text, '\0');
        }
        if (accounts.isEmpty()) {
            throw new BadInputException(source + ": expected " + LINE + ", got no account");
        }
        return new PortalAccounts(accounts);
    }

    private static int end(char[] text, int from) {
        int end = from;
        while (end < text.length && text[end] != '\n' && text[end] != '\0') {
            end++;
        }
        return end;
    }

    private static void read(String place, char[] line, Map<String, Account> accounts) throws BadInputException {
        int name = skip(line, 0, true);
        int nameEnd = skip(line, name, false);
        if (name == line.length || line[name] == '#') {
            return;
        }
        int username = skip(line, nameEnd, true);
        int usernameEnd = skip(line, username, false);
        int passwordStart = skip(line, usernameEnd, true);
        int passwordEnd = line.length > passwordStart && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        if (passwordStart >= passwordEnd) {
            Arrays.fill(line, '\0');
            throw new BadInputException(place + ": expected " + LINE + ", got fewer parts");
        }
        char[] secret = Arrays.copyOfRange(line, passwordStart, passwordEnd);
        String person = new String(line, name, nameEnd - name);
        Password password = new Password(secret);
        Account account = new Account(new String(line, username, usernameEnd - username), () -> password);
        Arrays.fill(secret, '\0');
        Arrays.fill(line, '\0');
        if (accounts.put(person, account) != null) {
            throw new BadInputException(place + ": expected each person once, got " + person + " again: delete a line");
        }
    }

    /** Past all blanks, or past all that are none. */
    private static int skip(char[] line, int from, boolean blanks) {
        int at = from;
        while (at < line.length && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') == blanks) {
            at++;
        }
        return at;
    }

    /** Who has an account. */
    public Set<String> people() {
        return Set.copyOf(accounts.keySet());
    }

    /**
     * The account's name.
     *
     * @throws NoSuchElementException if the person has none
     */
    public String username(String person) {
        return account(person).username();
    }

    /**
     * The account's password.
     *
     * @throws NoSuchElementException if the person has none
     */
    public Password password(String person) {
        return account(person).password().get();
    }

    /** From now on the passwords are looked for in whatever the run writes. */
    public void registerAt(Secrets secrets) {
        accounts.values()
                .forEach(account -> secrets.register(
                        SecretKind.PASSWORD, account.password().get().characters()));
    }

    @Override
    public void close() {
        accounts.clear();
    }

    @Override
    public String toString() {
        return accounts.keySet().toString();
    }

    private Account account(String person) {
        Account account = accounts.get(person);
        if (account == null) {
            throw new NoSuchElementException("Accounts: expected one for " + person + ", got those of "
                    + accounts.keySet() + ": add a line to the accounts file");
        }
        return account;
    }
}

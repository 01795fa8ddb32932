package org.cacharness.simulator.portal;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The portal's accounts by username, which is the same in upper and lower case. */
final class Accounts {
    private final Map<String, Account> byUsername = new LinkedHashMap<>();

    void open(Account account) {
        if (byUsername.putIfAbsent(key(account.username()), account) != null) {
            throw new IllegalArgumentException("open account: expected a username that is free, got \""
                    + account.username() + "\": give each member a username of their own");
        }
    }

    Optional<Account> find(String username) {
        return Optional.ofNullable(byUsername.get(key(username)));
    }

    Account named(String username) {
        return find(username)
                .orElseThrow(() -> new IllegalArgumentException("portal account: expected one of " + byUsername.keySet()
                        + ", got \"" + username + "\": open the account first"));
    }

    Optional<Account> holding(X509Certificate certificate) {
        return first(account -> account.holds(certificate));
    }

    Optional<Account> first(Predicate<Account> which) {
        return byUsername.values().stream().filter(which).findFirst();
    }

    /** Some other member's account, for the mutants that take the wrong one; the same where there is no other. */
    Account otherThan(Account account) {
        return first(other -> other != account).orElse(account);
    }

    private static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}

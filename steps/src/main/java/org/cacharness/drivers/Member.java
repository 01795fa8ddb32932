package org.cacharness.drivers;

/**
 * A person with a portal account.
 *
 * @param name what the scenarios call the person
 * @param username the account's name
 * @param dodIdNumber the person's DoD ID number (EDIPI), ten digits
 * @param certificateName the common name in the person's certificates, {@code LAST.FIRST.MIDDLE.EDIPI}
 */
public record Member(String name, String username, String dodIdNumber, String certificateName) {}

package org.cacharness.simulator.portal;

/**
 * Who is logged in, and how the session was made.
 *
 * @param username the account
 * @param byCac whether by CAC; else by password
 */
record Login(String username, boolean byCac) {}

package org.cacharness.bridge;

import javax.net.ssl.SSLContext;

/**
 * The two sides of a bridge.
 *
 * @param towardsPortal trusts what the member's computer trusts, and presents the certificate of the card
 * @param towardsBrowser has a certificate for the portal's name, which the browser trusts
 * @param witness is told what becomes of the connections to the portal
 */
public record BridgeTls(SSLContext towardsPortal, SSLContext towardsBrowser, BridgeWitness witness) {}

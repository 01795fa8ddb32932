package org.cacharness.bridge;

import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The two sides of a bridge.
 *
 * @param towardsPortal trusts what the member's computer trusts, and presents the certificate of the card
 * @param towardsBrowser has a certificate for the portal's name, which the browser trusts
 * @param shookHands is told each connection to the portal whose handshake has succeeded or failed
 */
public record BridgeTls(SSLContext towardsPortal, SSLContext towardsBrowser, Consumer<SSLSocket> shookHands) {}

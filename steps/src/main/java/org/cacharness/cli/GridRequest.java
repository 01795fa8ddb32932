package org.cacharness.cli;

import java.net.URI;

/**
 * A Selenium Grid where the browsers run.
 *
 * @param address http or https, without credentials
 * @param bridgePort where the browsers reach the TLS bridges on this machine's loopback; 0 for a free port
 */
public record GridRequest(URI address, int bridgePort) {}

/** Lets a browser that cannot reach the card show its certificate: TLS ends here, and is begun anew with the card's key. */
package org.cacharness.bridge;

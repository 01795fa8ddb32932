/** Chromium without a screen and without a way to the card: the TLS bridge has that, and shows the certificate chooser as a page. */
package org.cacharness.drivers.headless;

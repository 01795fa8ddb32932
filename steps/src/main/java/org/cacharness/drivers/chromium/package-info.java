/** Chromium on a screen of its own, with NSS and a PKCS#11 module, and the native dialogs that it shows. */
package org.cacharness.drivers.chromium;

/** Synthetic people and the test PKI that issues their certificates. */
package org.cacharness.simulator.pki;

/** The card around the applets: personalisation, reader, cards that are wrong in one way. */
package org.cacharness.simulator.card;

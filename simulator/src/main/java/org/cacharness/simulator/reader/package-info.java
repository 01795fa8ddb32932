/** The virtual reader: a simulated card that other people's PC/SC software takes for a real one. */
package org.cacharness.simulator.reader;

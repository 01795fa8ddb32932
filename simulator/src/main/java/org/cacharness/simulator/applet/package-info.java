/** The CAC's applets, written on the Java Card API alone. */
package org.cacharness.simulator.applet;

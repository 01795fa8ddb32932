/** Which card, browser and portal a scenario runs with; the only package that sees the simulator. */
package org.cacharness.environment;

/** The ActivClient and ActivCard Gold consoles. */
package org.cacharness.simulator.middleware;

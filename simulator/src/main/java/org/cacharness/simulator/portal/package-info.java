/** The portal that the procedure describes, mocked with WireMock. */
package org.cacharness.simulator.portal;

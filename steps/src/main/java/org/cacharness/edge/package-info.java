/** The card as software sees it: APDUs, the card client, and the JCA provider that signs with the card. */
package org.cacharness.edge;

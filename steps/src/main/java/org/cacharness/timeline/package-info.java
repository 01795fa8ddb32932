/** What happened in a run and when: one clock, events in layers, and their form in Cucumber's messages. */
package org.cacharness.timeline;

/** Runs the journal: stores events, sends commands exactly once, reads no further than what can no longer change. */
package org.patenbuch.eventstore;

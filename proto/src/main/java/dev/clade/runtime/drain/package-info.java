/**
 * How a server leaves without failing a call, and how its connections spread again over servers
 * that came later: it says first that it is going, tells each connection to open no more calls
 * here, ends what would only wait, and waits for the calls in flight.
 */
package dev.clade.runtime.drain;

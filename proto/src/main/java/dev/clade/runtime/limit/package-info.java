/**
 * How much of a server one caller, and all together, may take.
 *
 * <p>Calls in flight are counted, those that wait by their nature (streams, long polls) apart from
 * those that are answered at once, so that many of the one kind never shut out the other; and a
 * caller has a rate. What is over a limit is refused at once, with a catalogued reason: queues
 * would only hide it.
 */
package dev.clade.runtime.limit;

/**
 * What the servers bear: calls of which every answer is counted, their rate beside that of a method
 * that does nothing, and steady work for as long as one likes with an eye on what processes hold.
 *
 * <p>{@link dev.clade.local.bench.load.CountedCalls} knows of each call whether it was answered
 * once, twice, wrongly or not at all; the benches and the system tests ask through it.
 */
package dev.clade.local.bench.load;

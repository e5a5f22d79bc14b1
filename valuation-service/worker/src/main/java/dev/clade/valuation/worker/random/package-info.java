/**
 * Randomness that is a pure function of what it is for.
 *
 * <p>Every number that a training or a sample draws comes from a counter-based generator keyed by
 * image set, seed, purpose, coalition, replicate and step. So results depend neither on the order
 * in which evaluations run nor on the machine or thread that runs them, and libtorch's own global
 * generator is never used.
 */
package dev.clade.valuation.worker.random;

/**
 * Evaluations on their way to workers and back.
 *
 * <p>A worker holds a lease while it trains and renews it; one that is not renewed in time returns
 * to the queue, and the first report of an evaluation counts whoever it comes from. Waiting for
 * work takes no database connection: who waits is woken in this process when there may be some, and
 * looks by himself once a tick for what other processes did.
 */
package dev.clade.valuation.server.lease;

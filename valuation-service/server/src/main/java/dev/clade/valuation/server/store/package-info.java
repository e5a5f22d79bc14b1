/**
 * What the valuation service keeps, in the PostgreSQL schema {@code valuation}.
 *
 * <p>Image sets are entities; the plan, the leases and the ledger are touched by set-based SQL, for
 * one statement must choose, lock and change. All clocks are the database's, so that services on
 * several machines agree on when a lease ends. A failure of the database is passed on as it is; the
 * edge makes it {@code DATABASE_UNAVAILABLE}.
 */
package dev.clade.valuation.server.store;

/**
 * What the valuation service keeps, in the PostgreSQL schema {@code valuation}.
 *
 * <p>Image sets are entities; the plan, the leases and the ledger are touched by set-based SQL, for
 * one statement must choose, lock and change. All clocks are the database's, so that services on
 * several machines agree on when a lease ends. A failure of the database is passed on as it is; the
 * edge makes it {@code DATABASE_UNAVAILABLE}.
 *
 * <p>Rows are locked in this order, so that nobody waits in a circle: {@code scheduler}, {@code
 * valuation}, {@code evaluation}, {@code lease}, {@code account}. Reports, losses, ends, cancelling
 * and resuming hold the row of their run, come one after the other, and take its account last. Who
 * gives a turn holds {@code scheduler} and the account, never a run's row; of evaluations he and
 * who renews a lease take only those that nobody has locked, so they wait for none. Whoever has an
 * account's row is alone in giving or ending leases of the run: who ends a run takes it before he
 * looks for leases that hold, and who gives a turn looks whether the run is active after he has it.
 */
package dev.clade.valuation.server.store;

/**
 * Tests of the whole mesh: the real jars as processes, with a real PostgreSQL and Redis.
 *
 * <p>They call the services as any client does, kill processes, stop the database and read traces
 * back. What they expect comes from hand-checked facts and from the contracts, not from answers.
 */
package dev.clade.local.system;

/**
 * Runs: what is asked for, planned, watched, and how it ends.
 *
 * <p>A request becomes a specification with every default filled in, and that a plan of
 * evaluations; from then on the database holds all there is to know, so a service that starts again
 * goes on where it was. Values are solved from the ledger whenever somebody asks while a run is
 * active, and stored once when it ends.
 */
package dev.clade.valuation.server.run;

/**
 * Work that waits in the database: whoever is free takes the next piece under a lease, and what a
 * server that ended has left is taken over.
 */
package dev.clade.lineage.server.work;

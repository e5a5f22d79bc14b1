/**
 * Everything that the ingest service asks of PostgreSQL, and the only package that knows SQL.
 *
 * <p>Three ways in, each for what it is best at: entities for uploads and imports, the reactive
 * client for pages and batches of artifacts, and the driver's COPY for bulk writes. All of it is
 * protocol-neutral, and failures of the database pass through as they are.
 */
package dev.clade.ingest.store;

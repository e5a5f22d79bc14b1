/**
 * Imports: asking for them, following them, and the work itself.
 *
 * <p>{@link dev.clade.ingest.imports.ImportService} is what callers see; {@link
 * dev.clade.ingest.imports.ImportRunner} is the one thread an instance imports with, when it holds
 * the database's import lease. Reading and writing overlap through a bounded queue, and every batch
 * is committed together with its checkpoint, so that a killed import goes on where it was.
 */
package dev.clade.ingest.imports;

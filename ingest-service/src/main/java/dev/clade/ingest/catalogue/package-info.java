/**
 * Reading the catalogue: one artifact, lists of them, counts, what an artifact said before, and
 * what was fetched about it.
 *
 * <p>Single artifacts go through the cache that all instances share, under keys that contain the
 * feed's head, so that a change anywhere makes every older entry unreachable instead of stale. They
 * are kept as messages of the hub vocabulary, {@link dev.clade.hub.v1.Artifact}, which every
 * service speaks.
 */
package dev.clade.ingest.catalogue;

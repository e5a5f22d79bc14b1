/**
 * What the catalogue holds: validated artifacts, what they were made from, and what happened in
 * them.
 *
 * <p>Every format's parser ends in {@link dev.clade.ingest.artifact.ArtifactRules} or {@link
 * dev.clade.ingest.artifact.ActivityRules}, so that a record means the same wherever it came from.
 * The package is plain Java without I/O.
 */
package dev.clade.ingest.artifact;

/**
 * What the catalogue holds: validated artifacts and what they were made from.
 *
 * <p>An {@link dev.clade.ingest.artifact.Artifact} can only be had through {@link
 * dev.clade.ingest.artifact.ArtifactRules}, which every format's parser ends in, so that a record
 * means the same wherever it came from. The package is plain Java without I/O.
 */
package dev.clade.ingest.artifact;

/**
 * What licences ask along the lineage, and how they and other traits change from artifact to
 * artifact.
 *
 * <p>{@link dev.clade.lineage.server.compliance.Compliance} walks the latest snapshot and says
 * something of each relation or ancestor; the rules themselves are in the graph's package {@code
 * license} and the studies' package {@code drift}. Every answer comes in pages that can be asked
 * for again, also when the graph has changed in between.
 */
package dev.clade.lineage.server.compliance;

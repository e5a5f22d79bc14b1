/**
 * How models are maintained: the analyses of commits by Castaño, Martínez-Fernández, Franch and
 * Bogner (MSR 2024; arXiv 2311.13380), and of what commits change by Castaño et al. (arXiv
 * 2411.09645).
 *
 * <p>What commits are for, how they come over a model's life, which models are maintained, and what
 * follows on what. The studies' texts tell only part of how it was done; what is our own reading
 * says so. {@link dev.clade.lineage.ecosystem.maintenance.MaintenanceAnalysis} makes one report of
 * it all.
 */
package dev.clade.lineage.ecosystem.maintenance;
